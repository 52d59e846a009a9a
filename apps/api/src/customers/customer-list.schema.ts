import { foldName } from '@profilkort/domain/customers/name-key'
import type { CustomerSort, SortBy } from '@profilkort/domain/customers/sort'
import { lower } from '@profilkort/domain/rules/lower'
import { usePurpose } from '../consents/uses.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { SortDirectionEnum } from '../graphql/sort-direction.schema.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { selectionAskedFor } from './asked-selection.ts'
import { Customer, CustomerKindEnum, CustomerStageEnum } from './customer.schema.ts'
import { pageOfCustomers } from './customer-page.ts'
import { fewestShown, isSpecial } from './special-categories.ts'

const CustomerSortByInput = builder.inputType('CustomerSortBy', {
  description: 'What customers are sorted by.',
  isOneOf: true,
  fields: (t) => ({
    name: t.boolean({ description: 'The name, by code points; give `true`.' }),
    updated: t.boolean({ description: 'When something of it changed last; give `true`.' }),
    attribute: t.string({
      description: 'The key of an attribute; see `attributes`. A choice goes by the order of its options.',
    }),
    metric: t.string({
      description: 'The key of a metric; see `metrics`.',
    }),
  }),
})

const CustomerSortInput = builder.inputType('CustomerSort', {
  description:
    'An order of customers. Those of whom the value is not known come last in both directions; those with the same value go by their ids.',
  fields: (t) => ({
    by: t.field({ type: CustomerSortByInput, required: true, description: 'What by.' }),
    direction: t.field({
      type: SortDirectionEnum,
      required: true,
      defaultValue: 'ascending',
      description: 'Which way.',
    }),
  }),
})

/** What a page answers besides its customers. */
interface Counted {
  readonly count?: () => Promise<number>
  /** Fewer than this are not told. */
  readonly fewest?: number
  readonly asOf?: Date
}

builder.queryField('customers', (t) =>
  t.connection(
    {
      type: Customer,
      description: 'Customers, by name unless another order is asked for. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      args: {
        kind: t.arg({
          type: CustomerKindEnum,
          description: 'Only companies, or only persons; both when not given.',
        }),
        stage: t.arg({ type: CustomerStageEnum, description: 'Only those that have come so far.' }),
        search: t.arg.string({ description: 'Part of the name, in any case.' }),
        where: t.arg({ type: RuleInput, description: 'Only those a rule holds for.' }),
        purpose: t.arg.string({
          description:
            'Only those that may be used for this purpose, such as `marketing`: companies, and people by their consent.',
        }),
        sort: t.arg({ type: CustomerSortInput, description: 'In which order; by name when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const rule = args.where ? await parseRuleInput(args.where, context, ['where']) : undefined
        const catalogue = await catalogueFor(context, rule ? [rule] : [])
        const { attributes, records } = catalogue
        const filter = {
          kind: args.kind ?? undefined,
          stage: args.stage ?? undefined,
          search: args.search ? foldName(args.search) : undefined,
          rule: rule && lower(rule, context.now.getTime(), records),
          use: typeof args.purpose === 'string' ? await usePurpose(context, args.purpose) : undefined,
        }
        const sort = await parseSort(args.sort, context)
        const isFiltered = rule !== undefined && isSpecial(rule, catalogue)
        const isSorted = sort.by.kind === 'attribute' && attributes.get(sort.by.key)?.sensitive === true
        const question = {
          filter,
          sort,
          selection: selectionAskedFor(info),
          isSpecial: isFiltered || isSorted,
        }
        const page = await pageOfCustomers(context, question, args)
        return { ...page, fewest: isFiltered ? fewestShown : 0 }
      },
    },
    {
      description: 'A page of customers.',
      fields: (t) => ({
        totalCount: t.int({
          nullable: true,
          description:
            'How many there are in all; counted only when asked for. Null for fewer than ten by attributes of special categories.',
          resolve: async ({ count, fewest = 0 }: Counted) => {
            const counted = await count?.()
            return counted === undefined || counted < fewest ? null : counted
          },
        }),
        asOf: t.field({
          type: 'DateTime',
          nullable: true,
          description:
            'The instant that the list and the count are as of: everything committed before is in them.',
          resolve: ({ asOf }: Counted) => asOf ?? null,
        }),
      }),
    },
  ),
)

interface SortShape {
  readonly by: {
    readonly name?: boolean | null | undefined
    readonly updated?: boolean | null | undefined
    readonly attribute?: string | null | undefined
    readonly metric?: string | null | undefined
  }
  readonly direction: CustomerSort['direction']
}

async function parseSort(input: SortShape | null | undefined, context: Context): Promise<CustomerSort> {
  if (!input) return { by: { kind: 'name' }, direction: 'ascending' }
  return { by: await parseSortBy(input.by, context), direction: input.direction }
}

async function parseSortBy(
  { attribute, metric, updated }: SortShape['by'],
  context: Context,
): Promise<SortBy> {
  const { attributes, metrics } = await context.catalogue()
  if (typeof attribute === 'string') {
    const found = attributes.get(attribute)
    if (found === undefined) throw unknown('attribute', attribute, 'Ask `attributes` for those there are.')
    return {
      kind: 'attribute',
      key: found.key,
      type: found.type,
      options: found.options.map(({ key }) => key),
    }
  }
  if (typeof metric === 'string') {
    if (!metrics.has(metric)) throw unknown('metric', metric, `There are ${[...metrics.keys()].join(', ')}.`)
    return { kind: 'metric', key: metric }
  }
  return { kind: updated === undefined || updated === null ? 'name' : 'updated' }
}

function unknown(kind: 'attribute' | 'metric', key: string, advice: string): InvalidInput {
  return new InvalidInput([
    { path: ['sort', 'by', kind], message: `There is no ${kind} "${key}". ${advice}` },
  ])
}
