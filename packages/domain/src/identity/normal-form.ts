import { hostOf } from './host.ts'
import { isSharedHost } from './shared-hosts.ts'

/**
 * The domain of a website: `https://www.nord.no/om-oss` is `nord.no`. Undefined where it names none of its own: hosts that
 * many companies have their page or their e-mail on tell no company apart.
 */
export function domainOf(website: string): string | undefined {
  const written = website
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\d?\./, '')
  const host = hostOf(written)
  const isDomain =
    /^[\p{Letter}\p{Mark}\p{Number}-]+(?:\.[\p{Letter}\p{Mark}\p{Number}-]+)+$/u.test(host) &&
    host.length <= 253
  return isDomain && !isSharedHost(host) ? host : undefined
}

/**
 * An e-mail address in its one form: in small letters, its domain as people write it, without what stands around it.
 * `Kåre <mailto:Post@XN--KRE-ULA.no.>` is `post@kåre.no`. Undefined for what is none.
 */
export function emailOf(written: string): string | undefined {
  const address = (/<([^<>]*)>\s*$/.exec(written)?.[1] ?? written)
    .trim()
    .replace(/^mailto:\s*([^?]*).*$/is, '$1')
  const at = address.lastIndexOf('@')
  const email = `${address
    .slice(0, at + 1)
    .normalize('NFC')
    .toLowerCase()}${hostOf(address.slice(at + 1))}`
  return /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254 ? email : undefined
}
