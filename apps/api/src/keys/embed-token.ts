import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { isText } from '../graphql/limits/text.ts'
import { Refused } from './refused.ts'

/** The longest an embed token may be valid, in seconds. */
export const longestLife = 15 * 60

/** What a verified embed token allows. */
export interface EmbedGrant {
  /** Global ids of the customers whose fit may be read. */
  readonly customers: readonly string[]
  /** The page's origin that the token was made for. */
  readonly origin: string
  /** When it ends by itself. */
  readonly expiresAt: Date
  /** What else it allows, beyond reading those customers. */
  readonly extras: EmbedExtras
}

/** What a page's server may add to a token; never more than the key it is signed with. */
export interface EmbedExtras {
  /** Slugs of the segments whose size may be shown. */
  readonly segments: readonly string[]
  /** Whether the share of the best customers may be shown. */
  readonly pareto: boolean
  /** Whether the open criteria of the customers may be answered. */
  readonly answers: boolean
  /** The reader's name, for the history of answers. */
  readonly reader: string | undefined
}

/** The name of the key a token says it was signed with; undefined for a text that is no token. */
export function readTokenKeyName(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid
  } catch {
    return undefined
  }
}

/**
 * Verifies an embed token: a JWT, HS256, signed with the SHA-256 (lower-case hex) of the secret key.
 * Claims: `aud` "profilkort", `customers`, `origin`, `exp` at most 15 minutes ahead; `segments`, `pareto`, `answers` and
 * `reader` may be added.
 */
export async function verifyEmbedToken(token: string, secretHash: string, now: Date): Promise<EmbedGrant> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secretHash), {
      algorithms: ['HS256'],
      audience: 'profilkort',
      requiredClaims: ['exp', 'customers', 'origin'],
      currentDate: now,
    })
    const { customers, origin, exp = 0 } = payload
    if (exp > now.getTime() / 1000 + longestLife) {
      throw new Refused(
        'UNAUTHENTICATED',
        'The embed token is valid for more than 15 minutes. Mint it with a nearer `exp`.',
      )
    }
    if (
      !Array.isArray(customers) ||
      !customers.every((id) => typeof id === 'string') ||
      typeof origin !== 'string'
    ) {
      throw new Refused(
        'UNAUTHENTICATED',
        'The embed token must name `customers` (a list of ids) and `origin` (a text).',
      )
    }
    return { customers, origin, expiresAt: new Date(exp * 1000), extras: readExtras(payload) }
  } catch (error) {
    if (error instanceof Refused) throw error
    if (error instanceof errors.JWTExpired) {
      throw new Refused('TOKEN_EXPIRED', 'The embed token has expired. The page has to mint a new one.')
    }
    throw new Refused('UNAUTHENTICATED', `The embed token is not valid: ${reason(error, token)}`)
  }
}

function readExtras({ segments, pareto, answers, reader }: JWTPayload): EmbedExtras {
  return {
    segments: Array.isArray(segments) ? segments.filter((slug) => typeof slug === 'string') : [],
    pareto: pareto === true,
    answers: answers === true,
    reader: typeof reader === 'string' && isText(reader) ? reader.slice(0, 100) : undefined,
  }
}

function reason(error: unknown, token: string): string {
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'its signature does not fit. Sign it with the SHA-256 (lower-case hex) of the secret key named by `kid`.'
  }
  if (error instanceof errors.JWTClaimValidationFailed)
    return `the claim \`${error.claim}\` is missing or wrong.`
  return typeof decodeJwt(token).exp === 'number' ? 'it could not be read.' : 'it has no `exp`.'
}
