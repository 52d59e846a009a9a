import type { FastifyBaseLogger } from 'fastify'

/** Structured lines on standard error; Fastify's own logger, and what Apollo writes to. */
export type Logger = FastifyBaseLogger
