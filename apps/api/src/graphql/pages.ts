import { GraphQLError } from 'graphql'
import { isText } from './limits/text.ts'

/** The arguments of a connection. */
export interface PageArguments {
  readonly first?: number | null | undefined
  readonly last?: number | null | undefined
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
}

/** Which part of a sorted list: after and before places in it, from one of its ends. */
export interface Page<Place> {
  readonly limit: number
  readonly after: Place | undefined
  readonly before: Place | undefined
  readonly fromEnd: boolean
}

const most = 100
const usual = 20

/** @param readPlace the place that a cursor's parts name; undefined for parts of another list's cursor */
export function readPage<Place>(
  { first, last, after, before }: PageArguments,
  readPlace: (parts: readonly unknown[]) => Place | undefined,
): Page<Place> {
  if (typeof first === 'number' && typeof last === 'number') throw wrong('Give `first` or `last`, not both.')
  const limit = first ?? last ?? usual
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw wrong(`\`first\` and \`last\` are whole numbers from 1 to ${most}; this is ${limit}.`)
  return {
    limit,
    after: after ? readCursor(after, readPlace) : undefined,
    before: before ? readCursor(before, readPlace) : undefined,
    fromEnd: typeof last === 'number',
  }
}

/** A connection from one row more than the page's limit, when there are that many. */
export function toConnection<Row, Place>(
  rows: readonly Row[],
  page: Page<Place>,
  placeOf: (row: Row) => Parts,
) {
  return connectionOfNodes(rows, rows, page, placeOf)
}

/**
 * The same where rows are only places.
 * @param nodes one for each row; undefined for one that is gone since: it leaves its place to nobody
 */
export function connectionOfNodes<Row, Place, Node>(
  rows: readonly Row[],
  nodes: readonly (Node | undefined)[],
  page: Page<Place>,
  placeOf: (row: Row) => Parts,
) {
  const hasMore = rows.length > page.limit
  const from = hasMore && page.fromEnd ? 1 : 0
  const kept = hasMore ? rows.slice(from, from + page.limit) : rows
  const cursorOf = (row: Row) => writeCursor(placeOf(row))
  const edges: { readonly node: Node; readonly cursor: string }[] = []
  for (const [index, row] of kept.entries()) {
    const node = nodes[from + index]
    if (node !== undefined) edges.push(new Edge(node, row, cursorOf))
  }
  return {
    edges,
    pageInfo: {
      get startCursor() {
        return kept[0] === undefined ? null : cursorOf(kept[0])
      },
      get endCursor() {
        const last = kept.at(-1)
        return last === undefined ? null : cursorOf(last)
      },
      hasNextPage: page.fromEnd ? page.before !== undefined : hasMore,
      hasPreviousPage: page.fromEnd ? hasMore : page.after !== undefined,
    },
  }
}

/** What names a place in a list. */
type Parts = readonly (string | number)[]

/** Cursors are often not asked for: they are written when they are. */
class Edge<Row, Node> {
  readonly node: Node
  readonly #row: Row
  readonly #cursorOf: (row: Row) => string

  constructor(node: Node, row: Row, cursorOf: (row: Row) => string) {
    this.node = node
    this.#row = row
    this.#cursorOf = cursorOf
  }

  get cursor(): string {
    return this.#cursorOf(this.#row)
  }
}

function writeCursor(parts: Parts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function readCursor<Place>(
  cursor: string,
  readPlace: (parts: readonly unknown[]) => Place | undefined,
): Place {
  let place: Place | undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    place = Array.isArray(parts) && parts.every(isPart) ? readPlace(parts) : undefined
  } catch {
    place = undefined
  }
  if (place === undefined)
    throw wrong(`"${cursor}" is not a cursor of this list. Use one that \`pageInfo\` answered.`)
  return place
}

function isPart(part: unknown): boolean {
  return typeof part === 'number' || (typeof part === 'string' && isText(part))
}

/** Whether a part of a cursor is an instant in milliseconds, from 1970 to 9999. */
export function isInstant(part: unknown): part is number {
  return typeof part === 'number' && part >= 0 && part < 253_402_300_800_000
}

/** Whether a part of a cursor is the number of a row that the database counts. */
export function isRowNumber(part: unknown): part is number {
  return Number.isSafeInteger(part)
}

/** Whether a part of a cursor is a number that a PostgreSQL integer holds. */
export function isCount(part: unknown): part is number {
  return Number.isInteger(part) && Math.abs(part as number) < 2 ** 31
}

function wrong(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
