import { inSnapshot } from '@profilkort/database/connect'
import { type CustomerRow, findCustomers } from '@profilkort/database/customers/customers.queries'
import { answerRules } from '@profilkort/database/segments/answers.queries'
import { findPick, listPickedFor, type PickRow } from '@profilkort/database/segments/picks.queries'
import { listSegments, type SegmentRow } from '@profilkort/database/segments/segments.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import { answerNodes, type NodeAnswer, nodesOf } from '@profilkort/domain/segments/why'
import { mayUse } from '../consents/uses.ts'
import { withCare } from '../customers/read-customers.ts'
import type { Context } from '../graphql/context.ts'
import { NotFound } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { factsOf, loadFacts } from '../rules/load-facts.ts'
import { customerNow } from './customer-now.ts'

/** Why a customer is in a segment, or is not. */
export interface Membership {
  readonly isIn: boolean
  /** Whether it is a person that may not be profiled, and so is left out whatever the rule says. */
  readonly isWithheld: boolean
  /** What the nodes of the rule say, each before those within it; none of a static segment. */
  readonly nodes: readonly NodeAnswer[]
  /** Of a static segment: when it was picked, and by whom. */
  readonly pick: PickRow | undefined
}

/** Why a rule holds for a customer or not, as the database is now. */
export async function explainRule(
  context: Context,
  customerId: string,
  rule: Rule,
  locale: Locale,
): Promise<Membership> {
  const now = context.now.getTime()
  const catalogue = await catalogueFor(context, [rule])
  const { records } = catalogue
  const nodes = nodesOf(rule, records?.segments)
  const { customer, facts } = await withCare(
    context,
    (scope) =>
      inSnapshot(context.db, scope.workspaceId, async (tx) => {
        const [found] = await findCustomers(tx, scope, [await currentId(context, customerId)])
        if (found === undefined) throw new NotFound('customer', customerId)
        const known = await loadFacts(tx, scope, [found], [lower(rule, now, records)])
        return { customer: found, facts: known.get(found.id) ?? factsOf(found) }
      }),
    { isSpecial: true, rowsIn: ({ customer }) => [customer] },
  )
  const answers = nodes.map((node) => evaluate(lower(node.rule, now, records), facts))
  const isWithheld = !(await mayUse(context, 'profiling', customer))
  return {
    isIn: answers[0] === true && !isWithheld,
    isWithheld,
    nodes: answerNodes(nodes, answers, { facts, provenances: customer.provenance, now }, catalogue, locale),
    pick: undefined,
  }
}

/** The same of a static segment: whether the customer was picked. */
export async function explainPick(
  context: Context,
  customerId: string,
  segmentId: string,
): Promise<Membership> {
  const id = await currentId(context, customerId)
  const pick = await context.read((tx, workspaceId) => findPick(tx, workspaceId, segmentId, id))
  return { isIn: pick !== undefined, isWithheld: false, nodes: [], pick }
}

/** The segments that a customer is in, by slug, as the database is now. */
export async function segmentsOfCustomer(
  context: Context,
  customer: CustomerRow,
): Promise<readonly SegmentRow[]> {
  const segments = await context.read((tx, workspaceId) => listSegments(tx, workspaceId, false))
  const mayBeProfiled = await mayUse(context, 'profiling', customer)
  const { records } = await catalogueFor(
    context,
    segments.map(({ rule }) => rule),
  )
  const rules = segments.map(({ rule }) => lower(rule, context.now.getTime(), records))
  const answers = await withCare(
    context,
    (scope) => inSnapshot(context.db, scope.workspaceId, (tx) => answerRules(tx, scope, customer.id, rules)),
    { isSpecial: true },
  )
  const picked = await context.read((tx, workspaceId) => listPickedFor(tx, workspaceId, customer.id))
  return segments.filter(({ id, kind }, index) =>
    kind === 'static' ? picked.has(id) : mayBeProfiled && answers[index] === true,
  )
}

/** The id that a customer goes by now: another's since it was joined. Throws `NotFound`. */
async function currentId(context: Context, customerId: string): Promise<string> {
  const row = await customerNow(context, customerId)
  if (row === null) throw new NotFound('customer', customerId)
  return row.id
}
