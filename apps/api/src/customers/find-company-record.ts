import { findRecordsById } from '@profilkort/database/identity/records.queries'
import type { Context } from '../graphql/context.ts'
import { NotFound } from '../graphql/problems.ts'

/** The record that stands for a company a contact belongs to. Throws `NotFound`. */
export async function findCompanyRecord(
  context: Context,
  companyId: string | undefined,
): Promise<string | undefined> {
  if (companyId === undefined) return undefined
  const [record] = await context.read((tx, workspaceId) => findRecordsById(tx, workspaceId, [companyId]))
  if (record?.kind !== 'company') throw new NotFound('company', companyId)
  return record.id
}
