import type { CustomerColumns } from '@profilkort/analytics/customers/customer-columns'
import { customersAt } from '@profilkort/analytics/customers/customers-at'
import { listCustomers } from '@profilkort/analytics/customers/list'
import {
  type CustomerFilter,
  type CustomerRow,
  countCustomers,
  listPlaces,
} from '@profilkort/database/customers/customers.queries'
import {
  type CustomerSelection,
  readPage as readRows,
} from '@profilkort/database/customers/page-customers.queries'
import { type MetricScope, metricKeys, toMetrics } from '@profilkort/database/insight/metrics.queries'
import { findHolding } from '@profilkort/database/rules/records.queries'
import { type CustomerSort, type SortPlace, sortParts } from '@profilkort/domain/customers/sort'
import { heldPartsOf } from '@profilkort/domain/rules/core'
import type { Context } from '../graphql/context.ts'
import {
  connectionOfNodes,
  type Page,
  type PageArguments,
  readPage as readArguments,
} from '../graphql/pages.ts'
import { withCare } from './read-customers.ts'

/** Which customers to list, and how. */
export interface CustomerQuestion {
  readonly filter: CustomerFilter
  readonly sort: CustomerSort
  /** What is read of each; undefined for nothing at all. */
  readonly selection: CustomerSelection | undefined
  /** Whether it is filtered or sorted by attributes of special categories. */
  readonly isSpecial: boolean
}

interface Found {
  readonly places: readonly SortPlace[]
  /** Those of the places with what is asked of them; undefined where that is still to be read. */
  readonly customers: readonly (CustomerRow | undefined)[] | undefined
  readonly count: () => Promise<number>
  /** The instant that the list and the count are as of. */
  readonly asOf: Date
}

/** One page of customers, with a way to count them all: from columns, or from the database where there are none. */
export function pageOfCustomers(context: Context, question: CustomerQuestion, args: PageArguments) {
  const page = readArguments(args, (cursor) => readPlace(cursor, question.sort))
  return withCare(context, (scope) => pageIn(context, scope, question, page), {
    isSpecial: question.isSpecial,
    rowsIn: ({ edges }) => edges.map(({ node }) => node),
  })
}

async function pageIn(
  context: Context,
  scope: MetricScope,
  question: CustomerQuestion,
  page: Page<SortPlace>,
) {
  const { sort, selection } = question
  // One more than asked for tells whether there are more.
  const wanted = { ...page, limit: page.limit + 1 }
  const found =
    (await fromColumns(context, scope, question, wanted)) ??
    (await fromDatabase(context, scope, question, wanted))
  const customers = found.customers ?? (await readFromDatabase(context, scope, found.places, selection))
  const placeParts = ({ value, id }: SortPlace) => [sortName(sort), id, ...(value ?? [])]
  const connection = connectionOfNodes(found.places, customers, page, placeParts)
  return { ...connection, count: found.count, asOf: found.asOf }
}

async function readFromDatabase(
  { db }: Context,
  scope: MetricScope,
  places: readonly SortPlace[],
  selection: CustomerSelection | undefined,
): Promise<readonly (CustomerRow | undefined)[]> {
  if (selection === undefined) return []
  const ids = places.map(({ id }) => id)
  const byId = await readRows(db, scope, ids, selection)
  return ids.map((id) => byId.get(id))
}

async function fromColumns(
  { bases, read }: Context,
  scope: MetricScope,
  { filter, sort, selection }: CustomerQuestion,
  page: Page<SortPlace>,
): Promise<Found | undefined> {
  const { use } = filter
  // Columns know of no other consent.
  if (bases === undefined || (use !== undefined && use.purpose !== 'profiling')) return undefined
  const parts = filter.rule === undefined ? [] : heldPartsOf(filter.rule)
  // Columns then have all that was committed before they are asked, so neither is older than the question.
  const holding = parts.length === 0 ? undefined : await read((tx) => findHolding(tx, scope, parts))
  return bases.ask(scope, (columns, { at }) => {
    const { places, rows, count } = listCustomers(
      columns,
      { ...filter, profiling: use, holding: holding?.customers },
      sort,
      page,
    )
    const customers = isInColumns(selection) ? readFromColumns(columns, rows, places, selection) : undefined
    return { places, customers, count: async () => count, asOf: holding?.at ?? at }
  })
}

/** Whether columns have all that is asked for. */
function isInColumns(selection: CustomerSelection | undefined): selection is CustomerSelection {
  return selection !== undefined && !selection.provenance && !selection.company
}

function readFromColumns(
  columns: CustomerColumns,
  rows: readonly number[],
  places: readonly SortPlace[],
  { attributes, metrics }: CustomerSelection,
): readonly CustomerRow[] {
  const read = customersAt(columns, rows, { attributes, metrics: metrics ? metricKeys : [] })
  return read.map((customer, index) => ({
    id: places[index]?.id ?? '',
    kind: customer.kind as CustomerRow['kind'],
    stage: customer.stage as CustomerRow['stage'],
    name: customer.name,
    companyId: null,
    attributes: customer.attributes as CustomerRow['attributes'],
    provenance: {},
    metrics: toMetrics(customer.metrics),
    updatedAt: new Date(customer.updatedAt / 1000),
  }))
}

async function fromDatabase(
  context: Context,
  scope: MetricScope,
  { filter, sort }: CustomerQuestion,
  page: Page<SortPlace>,
): Promise<Found> {
  return {
    places: await context.read((tx) => listPlaces(tx, scope, filter, sort, page)),
    customers: undefined,
    count: () => context.read((tx) => countCustomers(tx, scope, filter)),
    asOf: context.now,
  }
}

/** Names a sort in its cursors, so that they are not used in another. */
function sortName({ by, direction }: CustomerSort): string {
  return `${by.kind}${'key' in by ? ` ${by.key}` : ''} ${direction}`
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

function readPlace([name, id, ...value]: readonly unknown[], sort: CustomerSort): SortPlace | undefined {
  if (name !== sortName(sort) || typeof id !== 'string' || !uuid.test(id)) return undefined
  if (value.length === 0) return { id, value: null }
  const kinds = sortParts(sort.by)
  const isPlace = value.length === kinds.length && value.every((part, index) => isPart(part, kinds[index]))
  return isPlace ? { id, value: value as (string | number)[] } : undefined
}

function isPart(part: unknown, kind: 'string' | 'number' | undefined): boolean {
  if (typeof part === 'string') return kind === 'string' && part.isWellFormed() && !part.includes('\0')
  return typeof part === 'number' && kind === 'number'
}
