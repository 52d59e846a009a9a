import { asciiHostOf, hostOf } from './host.ts'
import { type Identifier, identifierOf, tokenOf } from './identity.ts'
import { emailOf } from './normal-form.ts'

/**
 * A token in its form of today. Older programs kept e-mails and websites as they were written: in Punycode or uncomposed.
 * What they kept stays, as SQL reads no Punycode; it is read as what it would be now.
 */
export function renewed(token: string): string {
  const identifier = identifierOf(token)
  if (identifier === undefined || !isOld(token)) return token
  const { kind, value } = identifier
  const read = kind === 'email' ? emailOf(value) : kind === 'domain' ? hostOf(value) : value
  return tokenOf({ kind, value: read ?? value })
}

function isOld(token: string): boolean {
  return /xn--|^email:mailto:|[.>]$/.test(token) || token !== token.normalize('NFC')
}

/** What older programs may have kept or remembered a token as, after its form of today. */
export function formsOf(token: string): readonly string[] {
  const today = renewed(token)
  const identifier = identifierOf(today)
  if (identifier === undefined || !/[^\0-\x7f]/.test(today)) return [...new Set([today, token])]
  return [...new Set([today, tokenOf(inPunycode(identifier)), today.normalize('NFD'), token])]
}

function inPunycode({ kind, value }: Identifier): Identifier {
  if (kind !== 'email' && kind !== 'domain') return { kind, value }
  const host = value.slice(value.lastIndexOf('@') + 1)
  return { kind, value: `${value.slice(0, -host.length)}${asciiHostOf(host) ?? host}` }
}
