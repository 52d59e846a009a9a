import { type CustomerRow, findCustomers, listPlaces } from '@profilkort/database/customers/customers.queries'
import type { CustomerKind, CustomerStage } from '@profilkort/domain/customers/customer'
import { lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import {
  type AskedLead,
  type Goal,
  planQuestions,
  type QuestionPlan,
} from '@profilkort/domain/scorecards/ask-leads'
import { mayUse, useFor } from '../consents/uses.ts'
import { readCustomers } from '../customers/read-customers.ts'
import { fewestShown, isSpecial } from '../customers/special-categories.ts'
import type { Context } from '../graphql/context.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { type FitView, fitLoader, prepare } from './load-fits.ts'
import type { ScorecardView } from './scorecard.schema.ts'

/** At most so many leads are looked at. */
export const mostLeads = 2000

/** Which leads to look at: those that are named, or all that a filter holds for. */
export interface LeadSelection {
  readonly ids: readonly string[] | undefined
  readonly kind: CustomerKind | undefined
  readonly stage: CustomerStage | undefined
  readonly where: Rule | undefined
}

export interface PlannedLead extends AskedLead {
  readonly view: FitView
}

export interface LeadPlan extends QuestionPlan {
  readonly leads: readonly PlannedLead[]
  readonly considered: number
  /** Whether there were more leads than are looked at. */
  readonly isCut: boolean
  /** Whether so few were chosen by special categories that counts could tell who they are. */
  readonly isTooFew: boolean
}

/** What to ask whom of the leads that may be profiled, by a scorecard. */
export async function planFor(
  context: Context,
  scorecard: ScorecardView,
  selection: LeadSelection,
  goal: Goal,
): Promise<LeadPlan> {
  const catalogue = await context.catalogue()
  const bySpecial = selection.where !== undefined && isSpecial(selection.where, catalogue)
  const { rows, isCut } = await findLeads(context, selection, bySpecial)
  const views = await Promise.all(rows.map((row) => fitLoader(context, scorecard).load(row)))
  const byId = new Map(views.map((view) => [view.customer.id, view]))
  const prepared = await prepare(context, scorecard)
  const leads = views.map(({ customer: { id }, fit }) => ({ id, fit }))
  const plan = planQuestions(prepared, leads, goal)
  return {
    ...plan,
    leads: plan.leads.flatMap((lead) => {
      const view = byId.get(lead.id)
      return view === undefined ? [] : [{ ...lead, view }]
    }),
    considered: rows.length,
    isCut,
    isTooFew: bySpecial && rows.length < fewestShown,
  }
}

interface Leads {
  readonly rows: readonly CustomerRow[]
  readonly isCut: boolean
}

async function findLeads(context: Context, selection: LeadSelection, bySpecial: boolean): Promise<Leads> {
  const care = { isSpecial: bySpecial, rowsIn: ({ rows }: Leads) => rows }
  const { ids, kind, stage, where } = selection
  if (ids !== undefined) {
    const found = await readCustomers(
      context,
      async (tx, scope) => ({ rows: await findCustomers(tx, scope, ids), isCut: false }),
      care,
    )
    const isUsable = await Promise.all(found.rows.map((row) => mayUse(context, 'profiling', row)))
    return { ...found, rows: found.rows.filter((_row, index) => isUsable[index]) }
  }
  const { records } = await catalogueFor(context, where ? [where] : [])
  const rule = where && lower(where, context.now.getTime(), records)
  const filter = { kind, stage, rule, use: await useFor(context, 'profiling') }
  const sort = { by: { kind: 'name' }, direction: 'ascending' } as const
  return readCustomers(
    context,
    async (tx, scope) => {
      const page = { limit: mostLeads + 1, fromEnd: false }
      const places = await listPlaces(tx, scope, filter, sort, page)
      const within = places.slice(0, mostLeads).map(({ id }) => id)
      return { rows: await findCustomers(tx, scope, within), isCut: places.length > mostLeads }
    },
    care,
  )
}
