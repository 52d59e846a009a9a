import { type CustomerRow, listCompanies } from '@profilkort/database/customers/customers.queries'
import { loadAnswers } from '@profilkort/database/scorecards/answers.queries'
import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { knownMetrics } from '@profilkort/domain/insight/metrics'
import {
  type Answers,
  computeFit,
  type Fit,
  type PreparedScorecard,
  prepareScorecard,
} from '@profilkort/domain/scorecards/fit'
import DataLoader from 'dataloader'
import { readCustomers } from '../customers/read-customers.ts'
import type { Context } from '../graphql/context.ts'
import { type PageArguments, readPage, toConnection } from '../graphql/pages.ts'
import type { ScorecardView } from './scorecard.schema.ts'
import { withheldFrom } from './withheld-from.ts'

/** A fit with what it was computed from. */
export interface FitView {
  readonly customer: CustomerRow
  readonly scorecard: ScorecardView
  readonly fit: Fit
}

const loaders = new WeakMap<Context, Map<string, DataLoader<CustomerRow, FitView>>>()

/** Computes the fits that one request asks for with one read of answers for each scorecard. */
export function fitLoader(context: Context, scorecard: ScorecardView): DataLoader<CustomerRow, FitView> {
  const ofRequest = loaders.get(context) ?? new Map<string, DataLoader<CustomerRow, FitView>>()
  loaders.set(context, ofRequest)
  const key = `${scorecard.row.id} ${scorecard.revision} ${scorecard.chain.join()}`
  const loader = ofRequest.get(key) ?? makeLoader(context, scorecard)
  ofRequest.set(key, loader)
  return loader
}

function makeLoader(context: Context, scorecard: ScorecardView): DataLoader<CustomerRow, FitView> {
  const prepared = prepareScorecard(scorecard.content, context.now.getTime())
  return new DataLoader(async (customers) => {
    const ids = customers.map((customer) => customer.id)
    const withheld = await withheldFrom(context, prepared, customers)
    const answers = await context.read((tx, workspaceId) =>
      loadAnswers(tx, workspaceId, scorecard.row.id, ids),
    )
    return customers.map((customer) =>
      viewFit(scorecard, prepared, customer, answers.get(customer.id), withheld.get(customer.id)),
    )
  })
}

/** One page of all companies' fits, most points first. */
export async function listFits(context: Context, scorecard: ScorecardView, args: PageArguments) {
  const page = readPage(args, readPlace)
  const { companies, answers } = await readCustomers(context, async (tx, scope) => ({
    companies: await listCompanies(tx, scope),
    answers: await loadAnswers(tx, scope.workspaceId, scorecard.row.id),
  }))
  const prepared = prepareScorecard(scorecard.content, context.now.getTime())
  const withheld = await withheldFrom(context, prepared, companies)
  const all = companies.map((customer) =>
    viewFit(scorecard, prepared, customer, answers.get(customer.id), withheld.get(customer.id)),
  )
  const sorted = all.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  const { after, before, limit, fromEnd } = page
  const within = sorted.filter(
    (view) =>
      (after === undefined || comparePlaces(placeOf(view), after) > 0) &&
      (before === undefined || comparePlaces(placeOf(view), before) < 0),
  )
  const rows = fromEnd ? within.slice(-(limit + 1)) : within.slice(0, limit + 1)
  return { ...toConnection(rows, page, placeOf), total: all.length }
}

function viewFit(
  scorecard: ScorecardView,
  prepared: PreparedScorecard,
  customer: CustomerRow,
  answers: Answers | undefined,
  withheld: ReadonlySet<string> | undefined,
): FitView {
  return { customer, scorecard, fit: computeFit(prepared, factsOf(customer), answers ?? {}, withheld) }
}

/** What rules see of a customer. */
export function factsOf(customer: CustomerRow): CustomerFacts {
  return { attributes: customer.attributes, metrics: knownMetrics(customer.metrics) }
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
