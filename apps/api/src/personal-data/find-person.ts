import type { Tx } from '@profilkort/database/connect'
import { loadRawRecords } from '@profilkort/database/identity/raw-records.queries'
import { findRecordsById, findRecordsOf, type RecordRow } from '@profilkort/database/identity/records.queries'
import type { Person } from '@profilkort/database/personal-data/person'
import { identifierOf } from '@profilkort/domain/identity/identity'
import { failed, ok } from '@profilkort/domain/result'
import { NotFound, unwrap } from '../graphql/problems.ts'

/** A person with its records, by the id of a customer, one that it had before a join too. Throws `NotFound`. */
export async function findPerson(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ readonly person: Person; readonly records: readonly RecordRow[] }> {
  const [named] = await findRecordsById(tx, workspaceId, [id])
  if (named === undefined) throw new NotFound('customer', id)
  const message = 'This is a company, not a person. Name one of its contacts.'
  unwrap(named.kind === 'person' ? ok(named) : failed({ path: ['id'], message }))
  const { customerId } = named
  const records = await findRecordsOf(tx, workspaceId, [customerId])
  const recordIds = [...new Set([customerId, ...records.map((record) => record.id)])]
  const raw = await loadRawRecords(tx, workspaceId, recordIds)
  const cells = [...new Set([...raw.values()].flatMap(textsOf).map((text) => text.toLowerCase()))]
  return { person: { workspaceId, customerId, recordIds, words: wordsOf(records), cells }, records }
}

/** All texts in what a source sent. */
function textsOf(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsOf) : []
}

/** Shorter words stand in too many texts to tell anybody. */
const shortestWord = 4

function wordsOf(records: readonly RecordRow[]): readonly string[] {
  const words = records.flatMap(({ name, externalId, identifiers, values }) => [
    name ?? '',
    externalId,
    ...identifiers.map((token) => identifierOf(token)?.value ?? ''),
    ...['email', 'phone', 'address'].map((key) => (typeof values[key] === 'string' ? values[key] : '')),
  ])
  return [...new Set(words.map((word) => word.toLowerCase()))].filter(({ length }) => length >= shortestWord)
}
