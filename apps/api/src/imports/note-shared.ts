import type { Tx } from '@profilkort/database/connect'
import { findSharing } from '@profilkort/database/identity/neighbours.queries'
import { type IdentifierKind, identifierOf } from '@profilkort/domain/identity/identity'
import { count } from '@profilkort/domain/imports/notes'
import type { WriteScope } from './write-scope.ts'

/** Notes what other customers are known by, too, so that it tells nobody who a row is of. */
export async function noteShared(
  tx: Tx,
  { workspaceId, notes }: Pick<WriteScope, 'workspaceId' | 'notes'>,
  rows: readonly {
    readonly line: number
    readonly recordId: string
    readonly identifiers: readonly string[]
  }[],
): Promise<void> {
  const shared = await findSharing(
    tx,
    workspaceId,
    rows.map(({ recordId }) => recordId),
  )
  for (const { line, identifiers } of rows) {
    for (const token of identifiers) {
      const kind = shared.has(token) ? identifierOf(token)?.kind : undefined
      if (kind !== undefined) notes.add('sharedIdentifier', kind, line, (some) => tellShared(kind, some))
    }
  }
}

function tellShared(what: IdentifierKind, shared: number): string {
  switch (what) {
    case 'email':
      return `${count(shared)} with an e-mail that another contact has too; each stays a contact of its own.`
    case 'phone':
      return `${count(shared)} with a telephone that another contact has too; each stays a contact of its own.`
    case 'externalId':
      return `${count(shared)} with an id that another customer has too; each stays a customer of its own.`
    case 'organisationNumber':
      return `${count(shared)} with an organisation number that another company has too; each stays a company of its own.`
    case 'domain':
      return `${count(shared)} with a website that another company has too; each stays a company of its own.`
  }
}
