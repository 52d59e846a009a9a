import type { CustomerRow } from '@profilkort/database/customers/customer-row'
import { listCompanies } from '@profilkort/database/customers/customers.queries'
import { loadAnswers } from '@profilkort/database/scorecards/answers.queries'
import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { knownMetrics } from '@profilkort/domain/insight/metrics'
import { fieldsOf } from '@profilkort/domain/rules/fields'
import {
  type Answers,
  computeFit,
  type Fit,
  type PreparedScorecard,
  prepareScorecard,
} from '@profilkort/domain/scorecards/fit'
import type { Criterion } from '@profilkort/domain/scorecards/scorecard'
import DataLoader from 'dataloader'
import { type Context, metricScope } from '../graphql/context.ts'
import { type PageArguments, readPage, toConnection } from '../graphql/pages.ts'
import type { ScorecardView } from './scorecard.schema.ts'

/** A fit with what it was computed from. */
export interface FitView {
  readonly customer: CustomerRow
  readonly scorecard: ScorecardView
  readonly fit: Fit
  /** The attributes a criterion's rules look at. */
  readonly attributesOf: (criterion: Criterion) => readonly string[]
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
    const answers = await context.read((tx, workspaceId) =>
      loadAnswers(tx, workspaceId, scorecard.row.id, ids),
    )
    return customers.map((customer) => viewFit(scorecard, prepared, customer, answers.get(customer.id)))
  })
}

/** One page of all companies' fits, most points first. */
export async function listFits(context: Context, scorecard: ScorecardView, args: PageArguments) {
  const page = readPage(args, readPlace)
  const scope = await metricScope(context)
  const [companies, answers] = await context.read(async (tx, workspaceId) => [
    await listCompanies(tx, scope),
    await loadAnswers(tx, workspaceId, scorecard.row.id),
  ])
  const prepared = prepareScorecard(scorecard.content, context.now.getTime())
  const all = companies.map((customer) => viewFit(scorecard, prepared, customer, answers.get(customer.id)))
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
): FitView {
  const fit = computeFit(prepared, factsOf(customer), answers ?? {})
  return { customer, scorecard, fit, attributesOf }
}

/** What rules see of a customer. */
export function factsOf(customer: CustomerRow): CustomerFacts {
  return { attributes: customer.attributes, metrics: knownMetrics(customer.metrics) }
}

function attributesOf(criterion: Criterion): readonly string[] {
  if (criterion.kind === 'answer') return []
  const fields = [...fieldsOf(criterion.two), ...(criterion.one ? fieldsOf(criterion.one) : [])]
  return [...new Set(fields.filter((field) => field.kind === 'attribute').map((field) => field.key))]
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
