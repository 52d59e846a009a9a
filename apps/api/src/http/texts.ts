import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isText, notText } from '../graphql/limits/text.ts'

/** PostgreSQL refuses NUL and would silently change a lone surrogate, so no address brings one in. */
export function registerTexts(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query }: FastifyRequest) => {
    for (const [name, value] of [...Object.entries(params ?? {}), ...Object.entries(query ?? {})]) {
      if (![name, value].flat().every((text) => typeof text !== 'string' || isText(text))) {
        throw new WrongAddress(notText('the address'))
      }
    }
  })
}

/** An address that asks for what there cannot be. */
export class WrongAddress extends Error {
  readonly statusCode = 400
  readonly code = 'BAD_REQUEST'
}
