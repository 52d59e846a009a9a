import { emailOf } from '../identity/normal-form.ts'
import { readOrganisationNumber } from '../identity/organisation-number.ts'
import type { Target } from './mapping.ts'
import { count } from './notes.ts'

/** What the texts of a column should look like. A text that does not is kept, and told of. */
export interface ExpectedForm {
  /** The code of its note. */
  readonly code: string
  readonly has: (text: string) => boolean
  readonly message: (column: string, rows: number) => string
}

const organisationNumber: ExpectedForm = {
  code: 'noOrganisationNumber',
  has: (text) => readOrganisationNumber(text) !== undefined,
  message: (column, rows) =>
    `${count(rows)} with something in "${column}" that is no organisation number of Norway, Sweden, Denmark or Finland, by its form or its check digit; kept as written, but no company is known by it.`,
}

const email: ExpectedForm = {
  code: 'noEmail',
  has: (text) => emailOf(text) !== undefined,
  message: (column, rows) =>
    `${count(rows)} with something in "${column}" that is no e-mail address; kept as written, but nobody is known by it.`,
}

/** The form of what goes to a target; undefined where any text will do. */
export function expectedForm(target: Target): ExpectedForm | undefined {
  if (target.kind === 'kept') return undefined
  const name = target.kind === 'part' ? target.part : target.key
  if (target.kind === 'attribute' && name === 'organisationNumber') return organisationNumber
  return name === 'email' ? email : undefined
}
