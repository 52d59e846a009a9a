import { once } from 'node:events'
import { createServer } from 'node:net'

const usual = 4100
const tries = 20

/** The port that INTRANET_PORT names, else the first free one from 4100 on: the API has to know it before it is used. */
export async function intranetPort(): Promise<number> {
  const { INTRANET_PORT } = process.env
  if (INTRANET_PORT !== undefined) return Number(INTRANET_PORT)
  for (let port = usual; port < usual + tries; port++) if (await isFree(port)) return port
  throw new Error(
    `The ports ${usual} to ${usual + tries - 1} are all taken. Set INTRANET_PORT to a free one.`,
  )
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    server.close()
    await once(server, 'close')
    return true
  } catch {
    return false
  }
}
