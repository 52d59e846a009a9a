import type { Tx } from '@profilkort/database/connect'
import { findDeals } from '@profilkort/database/deals/deals.queries'
import { isInteractionOf } from '@profilkort/database/scorecards/answer-changes.queries'
import { failed, ok, type Result } from '@profilkort/domain/result'
import type { Evidence, EvidenceSource } from '@profilkort/domain/scorecards/scorecard'

type Optional<T> = T | null | undefined

/** What an answer rests on, as it comes in. */
export interface EvidenceInputShape {
  readonly at: Date
  readonly source?: Optional<{
    readonly link?: Optional<string>
    readonly interaction?: Optional<string>
    readonly deal?: Optional<{ readonly id: string }>
  }>
}

const longestLink = 2000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Parses what an answer on a customer rests on; what it names has to be the customer's own. */
export async function checkEvidence(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  { at, source }: EvidenceInputShape,
  now: Date,
): Promise<Result<Evidence>> {
  if (at > now) {
    return failed({
      path: ['evidence', 'at'],
      message: `Evidence is of what has been; ${at.toISOString()} is still to come.`,
    })
  }
  if (!source) return ok({ at: at.getTime() })
  const { link, interaction, deal } = source
  if (link) return isLink(link) ? named(at, { kind: 'link', url: link }) : refused('link', linkHelp)
  if (interaction) {
    const isOwn = uuid.test(interaction) && (await isInteractionOf(tx, workspaceId, customerId, interaction))
    const message = `The customer has no interaction "${interaction}". Give the \`id\` of one in its \`interactions\`.`
    return isOwn ? named(at, { kind: 'interaction', id: interaction }) : refused('interaction', message)
  }
  if (deal) {
    const [found] = await findDeals(tx, workspaceId, [deal.id])
    if (found?.customerId === customerId) return named(at, { kind: 'deal', id: deal.id })
    return refused('deal', 'The customer has no such deal. Give the `id` of one in its `deals`.')
  }
  throw new Error('A @oneOf input came in with nothing in it')
}

function named(at: Date, source: EvidenceSource): Result<Evidence> {
  return ok({ at: at.getTime(), source })
}

function refused(what: string, message: string): Result<never> {
  return failed({ path: ['evidence', 'source', what], message })
}

const linkHelp = `A link is an address like https://example.no/notes/12, at most ${longestLink} characters.`

function isLink(text: string): boolean {
  if (text.length > longestLink || !URL.canParse(text)) return false
  return ['http:', 'https:'].includes(new URL(text).protocol)
}
