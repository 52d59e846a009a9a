import {
  type CustomerRow,
  findCustomers,
  listCompanies,
} from '@profilkort/database/customers/customers.queries'
import { loadAnswers } from '@profilkort/database/scorecards/answers.queries'
import { countFits, type FitFilter, listFitPlaces } from '@profilkort/database/scorecards/fits.queries'
import { findScorecardRevision } from '@profilkort/database/scorecards/scorecard-revisions.queries'
import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import {
  type Answers,
  computeFit,
  type Fit,
  type PreparedScorecard,
  prepareScorecard,
  rulesOf,
} from '@profilkort/domain/scorecards/fit'
import DataLoader from 'dataloader'
import { useFor } from '../consents/uses.ts'
import { readCustomers } from '../customers/read-customers.ts'
import { type Context, metricScope } from '../graphql/context.ts'
import { connectionOfNodes, type Page, type PageArguments, readPage, toConnection } from '../graphql/pages.ts'
import { perRequest } from '../graphql/per-request.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { factsOf, loadFacts } from '../rules/load-facts.ts'
import { rulesWritten } from './rules-written.ts'
import type { ScorecardView } from './scorecard.schema.ts'
import { withheldFrom } from './withheld-from.ts'

/** A fit with what it was computed from. */
export interface FitView {
  readonly customer: CustomerRow
  readonly scorecard: ScorecardView
  readonly fit: Fit
}

const loadersOf = perRequest((_context: Context) => new Map<string, DataLoader<CustomerRow, FitView>>())

/** Computes the fits that one request asks for with one read of answers for each scorecard. */
export function fitLoader(context: Context, scorecard: ScorecardView): DataLoader<CustomerRow, FitView> {
  const ofRequest = loadersOf(context)
  const key = `${scorecard.row.id} ${scorecard.revision} ${scorecard.chain.join()}`
  const loader = ofRequest.get(key) ?? makeLoader(context, scorecard)
  ofRequest.set(key, loader)
  return loader
}

function makeLoader(context: Context, scorecard: ScorecardView): DataLoader<CustomerRow, FitView> {
  return new DataLoader(async (customers) => {
    const prepared = await prepare(context, scorecard)
    const scope = await metricScope(context)
    const ids = customers.map((customer) => customer.id)
    const withheld = await withheldFrom(context, prepared, customers)
    const [answers, facts] = await context.read(async (tx, workspaceId) => [
      await loadAnswers(tx, workspaceId, scorecard.row.id, ids),
      await loadFacts(tx, scope, customers, rulesOf(prepared)),
    ])
    return customers.map((customer) => viewFit(scorecard, prepared, { customer, answers, facts, withheld }))
  })
}

/** A scorecard ready to judge customers of the workspace now. */
export async function prepare(context: Context, scorecard: ScorecardView): Promise<PreparedScorecard> {
  const { records } = await catalogueFor(context, rulesWritten(scorecard.content))
  return prepareScorecard(scorecard.content, context.now.getTime(), records)
}

/** One page of all companies' fits, by working out all of them. */
async function computeFits(context: Context, scorecard: ScorecardView, page: Page<Place>) {
  const prepared = await prepare(context, scorecard)
  const [companies, answers, facts] = await readCustomers(context, async (tx, scope) => {
    const found = await listCompanies(tx, scope)
    return [
      found,
      await loadAnswers(tx, scope.workspaceId, scorecard.row.id),
      await loadFacts(tx, scope, found, rulesOf(prepared)),
    ]
  })
  const withheld = await withheldFrom(context, prepared, companies)
  const all = companies.map((customer) =>
    viewFit(scorecard, prepared, { customer, answers, facts, withheld }),
  )
  const sorted = all.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  const { after, before, limit, fromEnd } = page
  const within = sorted.filter(
    (view) =>
      (after === undefined || comparePlaces(placeOf(view), after) > 0) &&
      (before === undefined || comparePlaces(placeOf(view), before) < 0),
  )
  const rows = fromEnd ? within.slice(-(limit + 1)) : within.slice(0, limit + 1)
  return { ...toConnection(rows, page, placeOf), total: async () => all.length }
}

/**
 * One page of fits, most points first, by the places that are kept; each fit itself is worked out anew, so that it is never
 * stale. All of a page are by one revision: after a publication the one before, until every customer is scored by the new
 * one. Until any are kept, those of companies are all worked out.
 */
export async function listFits(
  context: Context,
  scorecard: ScorecardView,
  { filter: asked, ...args }: PageArguments & { readonly filter: Omit<FitFilter, 'use'> },
) {
  const filter = { ...asked, use: await useFor(context, 'profiling') }
  const page = readPage(args, readPlace)
  const { id, published } = scorecard.row
  const isOfPublished = scorecard.revision === published?.revision
  const toPlace = (place: Place | undefined) => place && { points: place[0], customerId: place[1] }
  const kept = isOfPublished
    ? await context.read((tx, workspaceId) =>
        listFitPlaces(tx, workspaceId, id, filter, {
          ...page,
          after: toPlace(page.after),
          before: toPlace(page.before),
        }),
      )
    : undefined
  if (kept === undefined) {
    const { kind, ...others } = asked
    if (kind === 'company' && Object.values(others).every((each) => each === undefined))
      return computeFits(context, scorecard, page)
    throw notKept(isOfPublished)
  }
  const total = () => context.read((tx, workspaceId) => countFits(tx, workspaceId, id, filter))
  const ids = kept.places.map(({ customerId }) => customerId)
  const customers = await readCustomers(context, (tx, scope) => findCustomers(tx, scope, ids), {
    rowsIn: (rows) => rows,
  })
  const loader = fitLoader(context, await ofRevision(context, scorecard, kept.revision))
  const fits = new Map(
    await Promise.all(customers.map(async (customer) => [customer.id, await loader.load(customer)] as const)),
  )
  const connection = connectionOfNodes(
    kept.places,
    ids.map((customerId) => fits.get(customerId)),
    page,
    ({ points, customerId }) => [points, customerId],
  )
  return { ...connection, total }
}

async function ofRevision(
  context: Context,
  scorecard: ScorecardView,
  revision: number,
): Promise<ScorecardView> {
  if (revision === scorecard.revision) return scorecard
  const found = await context.read((tx, workspaceId) =>
    findScorecardRevision(tx, workspaceId, scorecard.row.id, revision),
  )
  if (found === undefined) throw new Error(`Revision ${revision} scored, and is gone`)
  return { ...scorecard, revision, content: found.content }
}

function notKept(isOfPublished: boolean): InvalidInput {
  const message = isOfPublished
    ? 'The fits of this scorecard are being worked out for the first time. Ask again in a few seconds, or without filters.'
    : 'Only the fits of the published revision are kept; ask for it, or without filters.'
  return new InvalidInput([{ path: ['fits'], message }])
}

interface Known {
  readonly customer: CustomerRow
  readonly answers: ReadonlyMap<string, Answers>
  readonly facts: ReadonlyMap<string, CustomerFacts>
  /** Attributes that may not be used, see `withheldFrom`. */
  readonly withheld: ReadonlyMap<string, ReadonlySet<string>>
}

function viewFit(
  scorecard: ScorecardView,
  prepared: PreparedScorecard,
  { customer, answers, facts, withheld }: Known,
): FitView {
  const { id } = customer
  const own = facts.get(id) ?? factsOf(customer)
  const fit = computeFit(prepared, own, answers.get(id) ?? {}, withheld.get(id))
  return { customer, scorecard, fit }
}

type Place = readonly [points: number, id: string]

function placeOf({ fit, customer }: FitView): Place {
  return [fit.points, customer.id]
}

function comparePlaces([aPoints, aId]: Place, [bPoints, bId]: Place): number {
  return bPoints - aPoints || (aId < bId ? -1 : Number(aId > bId))
}

function readPlace([points, id]: readonly unknown[]): Place | undefined {
  return typeof points === 'number' && typeof id === 'string' ? [points, id] : undefined
}
