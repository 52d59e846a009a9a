import type { FastifyInstance } from 'fastify'

const usualPort = 4000
const tries = 20

/**
 * Listens on the given port, or on the first free one from 4000 on.
 * @returns the address
 */
export async function listen(app: FastifyInstance, given: number | undefined): Promise<string> {
  const ports = given === undefined ? Array.from({ length: tries }, (_, index) => usualPort + index) : [given]
  for (const port of ports) {
    try {
      return await app.listen({ port, host: '127.0.0.1' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
  throw new Error(
    given === undefined
      ? `The ports ${usualPort} to ${usualPort + tries - 1} are all taken. Set PORT to a free one.`
      : `Port ${given} is taken. Set PORT to another, or leave it unset to take the next free one.`,
  )
}
