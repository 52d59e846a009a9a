import type { CustomerRow } from '@profilkort/database/customers/customer-row'
import { findCustomers } from '@profilkort/database/customers/customers.queries'
import type { Attribute, Value } from '@profilkort/domain/attributes/attribute'
import { formatValue } from '@profilkort/domain/attributes/format'
import { provenanceOf } from '@profilkort/domain/customers/customer'
import type { CustomerMetrics } from '@profilkort/domain/insight/metrics'
import { type Locale, resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { type Context, metricScope } from '../graphql/context.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { NotVisible } from '../graphql/nodes.ts'
import { maySeeCustomer } from './customer.policy.ts'
import { CustomerKindEnum, CustomerStageEnum } from './customer-enums.schema.ts'
import { mayReadAttribute } from './readable-fields.ts'

/** One known value, for people and programs. */
export interface ValueReading {
  readonly key: string
  readonly label: string
  readonly value: Value
  readonly text: string
  readonly source: string | undefined
  readonly recordedAt: Date | undefined
}

export const AttributeValueType = builder.objectRef<ValueReading>('AttributeValue').implement({
  description: 'What is known of a customer on one attribute, and who said so when.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The attribute.' }),
    label: t.exposeString('label', { description: "The attribute's name in the language asked for." }),
    value: t.field({
      type: 'JSON',
      description: 'The value as rules compare it.',
      resolve: ({ value }) => value,
    }),
    text: t.exposeString('text', { description: 'The value for people, in the language asked for.' }),
    source: t.exposeString('source', { nullable: true, description: 'The source that said it.' }),
    recordedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was said.',
      resolve: ({ recordedAt }) => recordedAt,
    }),
  }),
})

export const CustomerMetricsType = builder.objectRef<CustomerMetrics>('CustomerMetrics').implement({
  description: "Figures computed from a customer's deals.",
  fields: (t) => ({
    wonValue: t.exposeFloat('wonValue', {
      description: 'Sum of the value of won deals, in the currency asked for.',
    }),
    wonDeals: t.exposeInt('wonDeals', { description: 'Number of won deals.' }),
    lostDeals: t.exposeInt('lostDeals', { description: 'Number of lost deals.' }),
    openDeals: t.exposeInt('openDeals', { description: 'Number of deals neither won nor lost.' }),
    winRate: t.exposeFloat('winRate', {
      nullable: true,
      description: 'won / (won + lost), 0 to 1; null without a closed deal.',
    }),
    tenureDays: t.exposeInt('tenureDays', {
      nullable: true,
      description: 'Days since the first deal was won; null without one.',
    }),
  }),
})

export const Customer = builder.loadableNode('Customer', {
  description: 'A company or a person that buys, bought or may buy.',
  id: { resolve: (customer: CustomerRow) => customer.id, description: 'Its global id.' },
  load: (ids: string[], context: Context) => loadCustomers(ids, context),
  fields: (t) => ({
    kind: t.field({ type: CustomerKindEnum, description: 'Company or person.', resolve: ({ kind }) => kind }),
    name: t.exposeString('name', { description: 'Its name.' }),
    stage: t.field({
      type: CustomerStageEnum,
      description: 'How far it has come. Needs `customer:read`.',
      nullable: true,
      authScopes: { may: 'customer:read' },
      resolve: ({ stage }) => stage,
    }),
    attributes: t.field({
      type: [AttributeValueType],
      nullable: true,
      description:
        'What is known of it. Needs `customer:read`, and `customer:readSensitive` for special categories, which are left out without it.',
      authScopes: { may: 'customer:read' },
      args: {
        keys: t.arg.stringList({
          description: 'Only these, in this order; all when not given. Nothing else is read.',
        }),
        locale: t.arg({ type: LocaleEnum, description: 'The language of labels and texts.' }),
      },
      resolve: async (customer, { keys, locale }, context) => {
        const chain = await localeChain(context, locale)
        const { attributes } = await context.catalogue()
        return (keys ?? Object.keys(customer.attributes))
          .filter((key) => Object.hasOwn(customer.attributes, key))
          .filter((key) => mayReadAttribute(context.viewer, attributes.get(key)))
          .map((key) => readValue(customer, key, attributes.get(key), chain))
      },
    }),
    metrics: t.field({
      type: CustomerMetricsType,
      nullable: true,
      description: "Figures from its deals, in the workspace's currency. Needs `customer:read`.",
      authScopes: { may: 'customer:read' },
      resolve: ({ metrics }) => metrics,
    }),
  }),
})

builder.objectField(Customer, 'company', (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description: 'Of a contact: the company it belongs to. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    resolve: ({ companyId }) => companyId,
  }),
)

/** What is known on one attribute; the customer has a value for the key. */
export function readValue(
  customer: Pick<CustomerRow, 'attributes' | 'provenance'>,
  key: string,
  attribute: Attribute | undefined,
  chain: readonly [Locale, ...Locale[]],
): ValueReading {
  const value = customer.attributes[key] ?? ''
  const provenance = provenanceOf(customer.provenance, key)
  return {
    key,
    label: (attribute && resolveText(attribute.label, chain)?.text) ?? key,
    value,
    // Formatting costs more than all the rest, and is often not asked for.
    get text() {
      return formatValue(value, attribute, chain[0])
    },
    source: provenance?.source,
    recordedAt: provenance && new Date(provenance.at),
  }
}

/** Customers by id, for the loader: one that may not be seen looks like one that is not there. */
async function loadCustomers(ids: readonly string[], context: Context): Promise<(CustomerRow | Error)[]> {
  const visible = ids.filter((id) => maySeeCustomer(context.viewer, id))
  if (visible.length === 0) return ids.map(() => new NotVisible())
  const scope = await metricScope(context)
  const rows = await context.read((tx) => findCustomers(tx, scope, visible))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? new NotVisible())
}

builder.queryField('customer', (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description:
      'One customer; null when there is none or it may not be seen. Needs `customer:read`, or an embed token that names it.',
    authScopes: { $any: { widget: true, may: 'customer:read' } },
    args: { id: t.arg.globalID({ required: true, description: 'Its global id.' }) },
    resolve: async (_root, { id }, context) => {
      if (id.typename !== 'Customer') return null
      const loaded = await Customer.getDataloader(context)
        .load(id.id)
        .catch(() => null)
      return loaded
    },
  }),
)
