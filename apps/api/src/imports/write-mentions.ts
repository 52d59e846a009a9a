import type { Tx } from '@profilkort/database/connect'
import { clearLoad, copyRows, openLoad, writeLoad } from '@profilkort/database/imports/load-records.queries'
import type { CompanyOf } from './chunks/chunk.ts'
import { encodeRecord } from './chunks/encode-record.ts'
import type { WriteScope } from './write-scope.ts'

/** A company that rows of others name and nobody has told of. */
export interface Mention {
  readonly externalId: string
  readonly name: string
}

/** Adds companies by their names alone, in the order given. */
export async function writeMentions(
  tx: Tx,
  scope: WriteScope,
  mentions: readonly Mention[],
): Promise<readonly CompanyOf[]> {
  if (mentions.length === 0) return []
  const { client, workspaceId, source, importId, now } = scope
  const records = mentions.map(({ externalId, name }) => {
    const row = { externalId, parts: { name }, amounts: {}, attributes: {}, raw: [], line: 0 }
    const read = { row, stage: undefined, values: '{}', cells: '{}', digest: '' }
    return encodeRecord(read, 'company', undefined, [])
  })
  await openLoad(tx)
  await copyRows(client, new TextEncoder().encode(records.map(({ line }) => line).join('')))
  await writeLoad(tx, {
    workspaceId,
    source,
    kind: 'company',
    importId,
    layoutId: null,
    isMention: true,
    now,
  })
  await clearLoad(tx)
  return records.map(({ id }) => ({ recordId: id, customerId: id }))
}
