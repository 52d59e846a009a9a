import type { PurposeRow } from '@profilkort/database/consents/purposes.queries'
import type { ConsentState } from '@profilkort/domain/consents/consent'
import type { Locale } from '@profilkort/domain/locales/locale'
import { okUnless, type Problem, type Result } from '@profilkort/domain/result'

/** What a person said to a purpose, told by somebody. */
export interface SaidConsent {
  readonly purpose: string
  readonly state: ConsentState
  readonly at: Date
  readonly expiresAt: Date | undefined
  readonly source: string
  readonly channel: string | undefined
  readonly textVersion: number | undefined
  readonly locale: Locale | undefined
  readonly proof: string | undefined
}

const longest = { source: 60, channel: 60, proof: 2000 } as const
/** A clock that goes before ours is forgiven this much, in milliseconds. */
const haste = 5 * 60_000

/** Whether it can be kept: what it says goes together, and with the purpose as it is. */
export function checkConsent(
  said: SaidConsent,
  kind: 'company' | 'person',
  purpose: PurposeRow | undefined,
  now: Date,
): Result<SaidConsent> {
  const problems: Problem[] = []
  const wrong = (field: string, message: string) => problems.push({ path: [field], message })
  if (kind === 'company') wrong('customer', 'A company cannot consent. Record what its people say on them.')
  if (purpose === undefined || purpose.archivedAt !== null)
    wrong(
      'purpose',
      `There is no purpose "${said.purpose}" in use. See \`purposes\`, or add it with \`purposeSave\`.`,
    )
  if (said.at.getTime() > now.getTime() + haste)
    wrong('at', 'This is yet to come. Say when the person said it.')
  if (said.expiresAt !== undefined && said.state !== 'given')
    wrong('expiresAt', 'Only a yes runs out. Leave it out of a no.')
  if (said.expiresAt !== undefined && said.expiresAt <= said.at)
    wrong('expiresAt', 'It runs out before it was said. Say a later time.')
  const text = purpose?.texts.find(({ version }) => version === said.textVersion)
  if (said.textVersion !== undefined && text === undefined)
    wrong('textVersion', `There is no version ${said.textVersion} of the text. See \`texts\` of the purpose.`)
  if (text !== undefined && said.locale !== undefined && text.texts[said.locale] === undefined)
    wrong('locale', `Version ${text.version} of the text is not written in "${said.locale}".`)
  for (const field of ['source', 'channel', 'proof'] as const) {
    const length = said[field]?.length ?? 0
    if (length > longest[field]) wrong(field, `It has ${length} characters; shorten it to ${longest[field]}.`)
  }
  if (said.source.trim() === '') wrong('source', 'Say who told of it: a system or a person.')
  return okUnless(problems, said)
}
