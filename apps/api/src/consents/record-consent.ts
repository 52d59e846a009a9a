import { findSubjects } from '@profilkort/database/consents/consents.queries'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { checkConsent, type SaidConsent } from './check-consent.ts'
import { authorise } from './consent.policy.ts'
import { takeConsents } from './take-consents.ts'

/** Keeps what a person said; what follows from it follows at once. @returns the person's customer id */
export async function recordConsent(
  context: Context,
  customerId: string,
  said: SaidConsent,
): Promise<string> {
  authorise(context.viewer, 'consent:record')
  return context.read(async (tx, workspaceId) => {
    const [subject] = await findSubjects(tx, workspaceId, [customerId])
    if (subject === undefined) throw new NotFound('customer', customerId)
    const purpose = (await listPurposes(tx, workspaceId)).find(({ key }) => key === said.purpose)
    unwrap(checkConsent(said, subject.kind, purpose, context.now))
    const { at, expiresAt, channel, textVersion, locale, proof, ...rest } = said
    const consent = {
      ...rest,
      recordId: customerId,
      at: at.getTime(),
      expiresAt: expiresAt?.getTime() ?? null,
      channel: channel ?? null,
      textVersion: textVersion ?? null,
      locale: locale ?? null,
      proof: proof ?? null,
      recordedBy: insider(context.viewer).actor,
    }
    await takeConsents(tx, workspaceId, [consent], context.now)
    return subject.customerId
  })
}
