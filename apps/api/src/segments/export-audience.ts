import { hash } from 'node:crypto'
import type { ContactRow } from '@profilkort/database/segments/leaving.queries'
import type { Value } from '@profilkort/domain/attributes/attribute'
import { emailOf } from '@profilkort/domain/identity/normal-form'
import { writeRow } from '@profilkort/domain/imports/csv/write-csv'
import { type AudienceFormat, audienceColumns, type Contact } from '@profilkort/domain/segments/audience'
import { phoneOf } from '../identity/identifiers.ts'

/** A line of an audience file, hashed; undefined of a person that the platform could not find by it. */
export function audienceLine(row: ContactRow, format: AudienceFormat): string | undefined {
  const contact = contactOf(row)
  const cells = audienceColumns[format].map(({ of }) => of(contact))
  return cells.every((cell) => cell === undefined) ? undefined : line(cells.map(hashed))
}

export function audienceHeader(format: AudienceFormat): string {
  return line(audienceColumns[format].map(({ header }) => header))
}

function line(cells: readonly string[]): string {
  return `${writeRow(cells, ',')}\r\n`
}

function contactOf({ email, phone, country }: ContactRow): Contact {
  return {
    email: typeof email === 'string' ? emailOf(email) : undefined,
    phone: typeof phone === 'string' ? phoneOf(phone, country as Value | undefined) : undefined,
  }
}

/** Only a hash leaves: whoever has the same address finds it, nobody reads it. */
function hashed(text: string | undefined): string {
  return text === undefined ? '' : hash('sha256', text, 'hex')
}
