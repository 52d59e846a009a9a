import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { mintEmbedToken } from './embed-token.ts'

const name = 'bm9fcmVhbF93b3Jrc3BhY2VfYW5kX25vX3JlYWxfX19'
const secretKey = `profilkort_secret_${name}.${'s-_'.repeat(14)}x`
const grant = { customers: ['Q3VzdG9tZXI6MQ=='], origin: 'https://intranet.example' }

function parts(token: string): readonly [Record<string, unknown>, Record<string, unknown>, string, string] {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return [read(header), read(payload), signature, `${header}.${payload}`]
}

test('names the key, the audience, the customers, the origin and an end five minutes ahead', () => {
  const [header, payload] = parts(mintEmbedToken(secretKey, grant, Date.UTC(2026, 10, 23)))
  expect(header).toEqual({ alg: 'HS256', typ: 'JWT', kid: name })
  expect(payload).toEqual({ aud: 'profilkort', ...grant, exp: Date.UTC(2026, 10, 23, 0, 5) / 1000 })
})

test('is signed with the lower-case hex SHA-256 of the secret key, which is not in it', () => {
  const token = mintEmbedToken(secretKey, grant)
  const [, , signature, content] = parts(token)
  const signingKey = createHash('sha256').update(secretKey).digest('hex')
  expect(signature).toBe(createHmac('sha256', signingKey).update(content).digest('base64url'))
  expect(token).not.toContain(secretKey.slice(-43))
})
