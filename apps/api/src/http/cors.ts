import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

const ofTrackingClients = [
  'AnonymousId',
  'Content-Encoding',
  'X-Enable-Debug',
  'X-IP-Policy',
  'X-Retry-Count',
  'X-Write-Key',
]

/**
 * Lets any page send a request: whether it is answered is decided by the key's own origins, where the reason can be
 * told. Cookies never go along, so another page cannot use somebody's session.
 */
export async function registerCors(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    origin: '*',
    credentials: false,
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Apollo-Require-Preflight',
      'Accept-Language',
      ...ofTrackingClients,
    ],
    exposedHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After'],
    maxAge: 86_400,
  })
}
