import type { Tx } from '@profilkort/database/connect'
import { findConsents } from '@profilkort/database/consents/consents.queries'
import { listPurposes, type PurposeRow } from '@profilkort/database/consents/purposes.queries'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { RejectedRow } from '@profilkort/database/imports/rejects.queries'
import { uuidOf } from '@profilkort/database/uuid-of'
import type { ConsentState } from '@profilkort/domain/consents/consent'
import { foldHeader } from '@profilkort/domain/imports/headers'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { checkConsent, type SaidConsent } from '../consents/check-consent.ts'
import { takeConsents } from '../consents/take-consents.ts'
import { findOrAddSubjects } from './find-subjects.ts'
import type { WrittenBatch } from './write-batch.ts'
import type { WriteScope } from './write-scope.ts'

interface ReadConsent {
  readonly row: ImportedRow
  readonly said: SaidConsent
}

/**
 * Writes a batch of what people said to purposes. Each is kept once: a row that says something else than before is
 * another word of the person's, and the newest counts.
 */
export async function writeConsents(
  tx: Tx,
  scope: WriteScope,
  rows: readonly ImportedRow[],
): Promise<WrittenBatch> {
  const { workspaceId, importId, source, now } = scope
  await lockIdentity(tx, workspaceId)
  const purposes = await listPurposes(tx, workspaceId)
  const rejects: RejectedRow[] = []
  const reject = ({ line, raw }: ImportedRow, reason: string) => {
    rejects.push({ line, cells: raw, reason })
  }
  const read = rows.flatMap((row): readonly ReadConsent[] => {
    const said = readConsent(scope, row, purposes)
    const checked = checkConsent(said, 'person', purposeOf(purposes, said.purpose), now)
    if (row.parts.contactId === undefined && row.parts.email === undefined)
      reject(row, 'nothing says who said it; give the id or the e-mail of the person')
    else if (!checked.ok)
      reject(row, checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '))
    else return [{ row, said }]
    return []
  })
  const subjects = await findOrAddSubjects(
    tx,
    scope,
    read.map(({ row }) => row),
  )
  const consents = read.flatMap(({ row, said: { at, expiresAt, channel, textVersion, proof, ...said } }) => {
    const subject = subjects.get(row.externalId)
    if (subject === undefined) {
      reject(row, 'this person was erased, and is not taken up again')
      return []
    }
    return {
      ...said,
      // The same row of the same source is kept once.
      id: uuidOf([workspaceId, source, row.externalId, row.parts, row.amounts]),
      recordId: subject.recordId,
      at: at.getTime(),
      expiresAt: expiresAt?.getTime() ?? null,
      channel: channel ?? null,
      textVersion: textVersion ?? null,
      locale: null,
      proof: proof ?? null,
      recordedBy: `import ${importId}`,
    }
  })
  const before = await findConsents(
    tx,
    workspaceId,
    consents.map(({ recordId }) => recordId),
  )
  const known = new Set([...before.values()].flat().map(({ id }) => id))
  const fresh = consents.filter(({ id }) => !known.has(id))
  await takeConsents(tx, workspaceId, fresh, now)
  return { inserted: fresh.length, changed: 0, unchanged: consents.length - fresh.length, rejects }
}

function readConsent(
  { source }: WriteScope,
  { parts, amounts }: ImportedRow,
  purposes: readonly PurposeRow[],
): SaidConsent {
  const purpose = parts.purpose ?? ''
  return {
    purpose: purposeOf(purposes, purpose)?.key ?? purpose,
    // The reader of the row takes no other word.
    state: parts.consent as ConsentState,
    at: new Date(amounts.at ?? Number.NaN),
    expiresAt: amounts.expiresAt === undefined ? undefined : new Date(amounts.expiresAt),
    source,
    channel: parts.channel,
    textVersion: amounts.textVersion,
    locale: undefined,
    proof: parts.description,
  }
}

/** The purpose that a cell means, by its key or by its name in any language. */
function purposeOf(purposes: readonly PurposeRow[], written: string): PurposeRow | undefined {
  const folded = foldHeader(written)
  return purposes.find(({ key, name }) =>
    [key, ...Object.values(name)].some((each) => foldHeader(each) === folded),
  )
}
