import { createHash, createHmac } from 'node:crypto'

/** How long a token is good for, in seconds: long enough to load a page. The API takes at most 15 minutes. */
const lifetime = 5 * 60

/** What a token lets the widgets of one page read. */
export interface EmbedGrant {
  /** Ids of the customers whose fit is shown. */
  readonly customers: readonly string[]
  /** Whether the best customers' share of sales is shown. */
  readonly pareto?: boolean
  /** Whether the reader may answer the open criteria of these customers. */
  readonly answers?: boolean
  /** The reader's name, for the history of answers. */
  readonly reader?: string
  /** The origin of the page: `https://intranet.example.com`. */
  readonly origin: string
}

/**
 * Mints a token for `<pk-fit-score token="…">`: a JWT (HS256) signed with the SHA-256 of the secret key. The key itself
 * never leaves this server. Mint one per page and reader, after checking that the reader may see these customers.
 */
export function mintEmbedToken(secretKey: string, grant: EmbedGrant, now = Date.now()): string {
  const [keyName] = secretKey.replace('profilkort_secret_', '').split('.') // the secret part follows the dot
  const header = { alg: 'HS256', typ: 'JWT', kid: keyName }
  const payload = { aud: 'profilkort', ...grant, exp: Math.floor(now / 1000) + lifetime }
  const content = `${encode(header)}.${encode(payload)}`
  const signingKey = createHash('sha256').update(secretKey).digest('hex')
  const signature = createHmac('sha256', signingKey).update(content).digest('base64url')
  return `${content}.${signature}`
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
