/** Hosts that many companies have their page on; such a page tells no company apart. */
const sharedHosts =
  /(?:^|\.)(?:facebook|linkedin|instagram|twitter|x|youtube|google|wordpress|blogspot|wixsite|squarespace|github|proff|gulesider|eniro|krak|hitta|allabolag)\.[a-z]+$/

/** The domain of a website: `https://www.nord.no/om-oss` is `nord.no`. Undefined where it names none of its own. */
export function domainOf(website: string): string | undefined {
  const host = website
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\d?\./, '')
  const isDomain =
    /^[\p{Letter}\p{Number}-]+(?:\.[\p{Letter}\p{Number}-]+)+$/u.test(host) && host.length <= 253
  return isDomain && !sharedHosts.test(host) ? host : undefined
}

/** An e-mail address in small letters; undefined for what is none. */
export function emailOf(written: string): string | undefined {
  const email = written.trim().toLowerCase()
  return /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254 ? email : undefined
}
