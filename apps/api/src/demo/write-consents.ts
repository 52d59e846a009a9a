import type { Tx } from '@profilkort/database/connect'
import {
  insertPurposeText,
  listPurposes,
  lockPurposes,
  savePurpose,
} from '@profilkort/database/consents/purposes.queries'
import { findRecords } from '@profilkort/database/identity/records.queries'
import { demoConsents } from '@profilkort/demo/consents'
import type { Demo } from '@profilkort/demo/demo'
import { in4, isLocale } from '@profilkort/domain/locales/locale'
import { takeConsents } from '../consents/take-consents.ts'

/** What the contacts of the demo were asked. */
const asked = {
  marketing: in4(
    'Vi vil gjerne sende deg nyheter om produktene våre på e-post, høyst én gang i måneden.',
    'Vi vill gärna skicka nyheter om våra produkter till dig per e-post, högst en gång i månaden.',
    'Vi vil gerne sende dig nyheder om vores produkter på e-mail, højst en gang om måneden.',
    'We would like to send you news about our products by e-mail, at most once a month.',
  ),
  profiling: in4(
    'Vi vurderer hvilke produkter som passer for deg og selskapet ditt.',
    'Vi bedömer vilka produkter som passar dig och ditt företag.',
    'Vi vurderer, hvilke produkter der passer til dig og din virksomhed.',
    'We judge which of our products suit you and your company.',
  ),
} as const

/** Writes what the demo's contacts allow and forbid, once; of servers that start together, the first does. */
export async function writeConsents(
  tx: Tx,
  workspaceId: string,
  contacts: Demo['contacts'],
  now: Date,
): Promise<void> {
  await lockPurposes(tx, workspaceId)
  const purposes = await listPurposes(tx, workspaceId)
  if (purposes.some(({ texts }) => texts.length > 0)) return
  for (const purpose of purposes) {
    const texts = asked[purpose.key as keyof typeof asked]
    if (texts === undefined) continue
    await savePurpose(tx, workspaceId, { ...purpose, revision: 1 })
    await insertPurposeText(tx, workspaceId, purpose.key, {
      version: 1,
      texts,
      createdAt: now.getTime(),
      createdBy: 'demo',
    })
  }
  const ids = contacts.map(({ id }) => id)
  const records = await findRecords(tx, workspaceId, { source: 'crm', kind: 'person' }, ids)
  const consents = demoConsents(contacts).flatMap(({ contactId, day, expiresOn, locale, ...said }) => {
    const record = records.get(contactId)
    return record === undefined
      ? []
      : {
          ...said,
          recordId: record.id,
          at: Date.parse(day),
          expiresAt: expiresOn === null ? null : Date.parse(expiresOn),
          source: 'crm',
          textVersion: 1,
          locale: isLocale(locale) ? locale : null,
          recordedBy: 'demo',
        }
  })
  await takeConsents(tx, workspaceId, consents, now)
}
