import type { Tx } from '@profilkort/database/connect'
import {
  findByIdentifiers,
  type IdentifierKind,
  saveIdentifiers,
} from '@profilkort/database/imports/save-customers.queries'
import type { Values } from '@profilkort/domain/attributes/attribute'
import { domainOf, emailOf, organisationNumberOf } from '@profilkort/domain/imports/identifiers'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { count } from '@profilkort/domain/imports/read-value'
import type { WriteScope } from './write-scope.ts'

export interface Identifier {
  readonly kind: IdentifierKind
  readonly value: string
}

/** What a company or contact is known by in every source, the surest first. */
export function identifiersOf(kind: 'company' | 'contact', attributes: Values): readonly Identifier[] {
  const read = (key: string, parse: (text: string) => string | undefined) => {
    const value = attributes[key]
    const parsed = typeof value === 'string' ? parse(value) : undefined
    return parsed === undefined || parsed === '' || parsed.length > 254 ? [] : [parsed]
  }
  if (kind === 'contact') return read('email', emailOf).map((value) => ({ kind: 'email', value }))
  return [
    ...read('organisationNumber', organisationNumberOf).map(
      (value) => ({ kind: 'organisationNumber', value }) as const,
    ),
    ...read('website', domainOf).map((value) => ({ kind: 'domain', value }) as const),
  ]
}

/** Keeps what rows are known by. What belongs to another customer already stays there, and is noted. */
export async function keepIdentifiers(
  tx: Tx,
  { workspaceId, notes }: WriteScope,
  kind: 'company' | 'contact',
  rows: readonly ImportedRow[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const given = rows.flatMap(({ attributes, line, externalId }) =>
    identifiersOf(kind, attributes).map((identifier) => ({
      ...identifier,
      line,
      customerId: ids.get(externalId) ?? '',
    })),
  )
  await saveIdentifiers(tx, workspaceId, given)
  const holders = await findByIdentifiers(tx, workspaceId, given)
  for (const { kind: what, value, line, customerId } of given) {
    if (holders.get(`${what} ${value}`) === customerId) continue
    notes.add('sharedIdentifier', what, line, (shared) => tellShared(what, shared))
  }
}

function tellShared(what: IdentifierKind, shared: number): string {
  switch (what) {
    case 'email':
      return `${count(shared)} with an e-mail that another contact has already; each stays a contact of its own.`
    case 'organisationNumber':
      return `${count(shared)} with an organisation number that another company has already; each stays a company of its own.`
    case 'domain':
      return `${count(shared)} with a website that another company has already; each stays a company of its own.`
  }
}
