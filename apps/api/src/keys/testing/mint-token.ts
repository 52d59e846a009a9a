import { createHash, createHmac } from 'node:crypto'

/** An embed token as the server of a page mints it, for five minutes; `claims` replace what it says. */
export function mintToken(
  key: string,
  now: Date,
  claims: { readonly customers?: unknown; readonly origin?: string; readonly [claim: string]: unknown },
): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const kid = key.split('.')[0]?.replace(/^profilkort_[a-z]+_/, '')
  const head = part({ alg: 'HS256', typ: 'JWT', kid })
  const body = part({ aud: 'profilkort', exp: Math.floor(now.getTime() / 1000) + 300, ...claims })
  const secret = createHash('sha256').update(key).digest('hex')
  return `${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`
}
