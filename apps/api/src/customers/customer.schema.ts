import type { Tx } from '@profilkort/database/connect'
import { type CustomerRow, findCustomers } from '@profilkort/database/customers/customers.queries'
import { findRecordsById } from '@profilkort/database/identity/records.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import type { Attribute, Value } from '@profilkort/domain/attributes/attribute'
import { formatValue } from '@profilkort/domain/attributes/format'
import { type CustomerStage, type Provenance, provenanceOf } from '@profilkort/domain/customers/customer'
import type { SourceRecord } from '@profilkort/domain/identity/record'
import { type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { type Context, whenThere } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { NotVisible } from '../graphql/nodes.ts'
import { CustomerMetricsType } from '../insight/customer-metrics.schema.ts'
import { maySeeCustomer } from './customer.policy.ts'
import { readCustomers } from './read-customers.ts'

export const CustomerKindEnum = enumOf('CustomerKind', 'What a customer is.', {
  company: 'A company.',
  person: 'A person: a consumer, or a contact of a company.',
})

export const CustomerStageEnum = enumOf('CustomerStage', 'How far a customer has come.', {
  lead: 'Has shown interest, or fits.',
  prospect: 'A sale is under way.',
  customer: 'Has bought.',
  former: 'Has bought, and buys no more.',
} satisfies Record<CustomerStage, string>)

/** One known value, for people and programs: what is only for people is made when it is asked for. */
export class ValueReading {
  readonly key: string
  readonly value: Value
  readonly #said: Provenance | undefined
  readonly #attribute: Attribute | undefined
  readonly #chain: LocaleChain

  constructor(
    key: string,
    value: Value,
    said: Provenance | undefined,
    attribute: Attribute | undefined,
    chain: LocaleChain,
  ) {
    this.key = key
    this.value = value
    this.#said = said
    this.#attribute = attribute
    this.#chain = chain
  }

  get label(): string {
    return (this.#attribute && resolveText(this.#attribute.label, this.#chain)?.text) ?? this.key
  }

  get text(): string {
    return formatValue(this.value, this.#attribute, this.#chain[0])
  }

  get source(): string | undefined {
    return this.#said?.source
  }

  get recordedAt(): Date | undefined {
    return this.#said && new Date(this.#said.at)
  }
}

export const AttributeValueType = builder.objectRef<ValueReading>('AttributeValue').implement({
  description: 'What is known of a customer on one attribute, and who said so when.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The attribute.' }),
    label: t.exposeString('label', { description: "The attribute's name in the language asked for." }),
    value: t.expose('value', { type: 'JSON', description: 'The value as rules compare it.' }),
    text: t.exposeString('text', { description: 'The value for people, in the language asked for.' }),
    source: t.exposeString('source', { nullable: true, description: 'The source that said it.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was said.',
    }),
  }),
})

export const Customer = builder.loadableNode('Customer', {
  description: 'A company or a person that buys, bought or may buy.',
  id: { resolve: (customer: CustomerRow) => customer.id, description: 'Its global id.' },
  load: (ids: string[], context: Context) => loadCustomers(ids, context),
  fields: (t) => ({
    kind: t.field({ type: CustomerKindEnum, description: 'Company or person.', resolve: ({ kind }) => kind }),
    name: t.exposeString('name', {
      description: 'Its name; for those who may not read it the one they have just given it, else nothing.',
    }),
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
      description: 'What is known of it. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      args: {
        keys: t.arg.stringList({
          description: 'Only these, in this order; all when not given. Nothing else is read.',
        }),
        locale: t.arg({ type: LocaleEnum, description: 'The language of labels and texts.' }),
      },
      resolve: (customer, { keys, locale }, context) =>
        whenThere(localeChain(context, locale), (chain) =>
          whenThere(context.catalogue(), ({ attributes }) =>
            (keys ?? Object.keys(customer.attributes))
              .filter((key) => Object.hasOwn(customer.attributes, key))
              .map((key) => readValue(customer, key, attributes.get(key), chain)),
          ),
        ),
    }),
    metrics: t.field({
      type: CustomerMetricsType,
      nullable: true,
      description: "Figures from its records, in the workspace's currency. Needs `customer:read`.",
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

/**
 * A customer that was just written, for its writer, who need not be among those who may read all: they are answered with
 * its id and the name that they gave it themselves.
 */
export function writtenCustomer<Written extends CustomerRow | string>(
  { written }: Context,
  customer: Written,
  name = '',
): Written {
  if (typeof customer === 'string') written.set(customer, name)
  return customer
}

/** What is known on one attribute; the customer has a value for the key. */
export function readValue(
  customer: Pick<CustomerRow, 'attributes' | 'provenance'>,
  key: string,
  attribute: Attribute | undefined,
  chain: LocaleChain,
): ValueReading {
  const said = provenanceOf(customer.provenance, key)
  return new ValueReading(key, customer.attributes[key] ?? '', said, attribute, chain)
}

/** What a record says on one attribute; the record has a value for the key. */
export function readStatement(
  { source, values, saidAt, saidSince }: SourceRecord,
  key: string,
  attribute: Attribute | undefined,
  chain: LocaleChain,
): ValueReading {
  const provenance = { [key]: { source, at: saidSince?.[key] ?? saidAt } }
  return readValue({ attributes: values, provenance }, key, attribute, chain)
}

/**
 * Customers by id, for the loader: one that may not be seen looks like one that is not there. An id that was another's
 * before a join finds the customer that it is now.
 */
async function loadCustomers(ids: readonly string[], context: Context): Promise<(CustomerRow | Error)[]> {
  const { viewer, written } = context
  const visible = ids.filter((id) => maySeeCustomer(viewer, id) || written.has(id))
  if (visible.length === 0) return ids.map(() => new NotVisible())
  const read = async (tx: Tx, scope: MetricScope) => {
    const byId = new Map((await findCustomers(tx, scope, visible)).map((row) => [row.id, row]))
    const gone = visible.filter((id) => !byId.has(id))
    const now = gone.length === 0 ? [] : await findRecordsById(tx, scope.workspaceId, gone)
    if (now.length > 0) {
      const joined = await findCustomers(
        tx,
        scope,
        now.map(({ customerId }) => customerId),
      )
      for (const { id, customerId } of now) {
        const row = joined.find((each) => each.id === customerId)
        if (row !== undefined) byId.set(id, row)
      }
    }
    return byId
  }
  const found = await readCustomers(context, read, { rowsIn: (byId) => byId.values() })
  return ids.map((id) => {
    const row = found.get(id)
    if (row === undefined) return new NotVisible()
    return maySeeCustomer(viewer, id) ? row : { ...row, name: written.get(id) ?? '' }
  })
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
        .catch((error: unknown) => {
          if (error instanceof NotVisible) return null
          throw error
        })
      return loaded
    },
  }),
)
