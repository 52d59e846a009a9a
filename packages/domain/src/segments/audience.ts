/** What a segment can leave as: a table for people, or hashed contact details as an ad platform takes them in. */
export const segmentFormats = ['csv', 'meta', 'google', 'linkedin'] as const
export type SegmentFormat = (typeof segmentFormats)[number]
export type AudienceFormat = Exclude<SegmentFormat, 'csv'>

/** How many of a segment do not leave, by the first reason that holds. */
export interface LeftOut {
  /** People that may not be used for the purpose. */
  readonly noConsent: number
  /** Of an audience: companies, which nobody is shown an advertisement by. */
  readonly company: number
  /** Of an audience: people without an e-mail or telephone that can be read. */
  readonly noContact: number
}

/** A person by contact details in normal form: the e-mail in small letters, the telephone as E.164, `+4722334455`. */
export interface Contact {
  readonly email: string | undefined
  readonly phone: string | undefined
}

/** A column of an audience file; what it holds is hashed where it is known. */
export interface AudienceColumn {
  readonly header: string
  readonly of: (contact: Contact) => string | undefined
}

/** What platforms take in, each text to be hashed with SHA-256, in lower-case hex. */
export const audienceColumns: { readonly [F in AudienceFormat]: readonly AudienceColumn[] } = {
  // Digits alone, with the country's.
  meta: [
    { header: 'email', of: ({ email }) => email },
    { header: 'phone', of: ({ phone }) => phone?.slice(1) },
  ],
  google: [
    { header: 'Email', of: ({ email }) => email && asGoogleReads(email) },
    { header: 'Phone', of: ({ phone }) => phone },
  ],
  linkedin: [{ header: 'email', of: ({ email }) => email }],
}

/** Addresses at Gmail are the same with and without dots, and whatever follows a plus sign. */
function asGoogleReads(email: string): string {
  const at = email.lastIndexOf('@')
  const host = email.slice(at + 1)
  if (host !== 'gmail.com' && host !== 'googlemail.com') return email
  const [name = ''] = email.slice(0, at).split('+', 1)
  return `${name.replaceAll('.', '')}@${host}`
}
