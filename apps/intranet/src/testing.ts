import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The key of the API below. */
export const secretKey = `profilkort_secret_${'n'.repeat(43)}_${'s'.repeat(43)}`

const customers = [
  { id: 'Q3VzdG9tZXI6MQ==', name: 'Vestlandske Regnskapsførerforening SA' },
  { id: 'Q3VzdG9tZXI6Mg==', name: 'Bygg & <b>Anlegg</b> "Nord" AS' },
]

/** A server that answers the two questions the intranet asks as the API does, to be closed by the caller. */
export async function startApi(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { variables } = JSON.parse(body)
    const allowed = request.headers.authorization === `Bearer ${secretKey}`
    const named = customers.filter(({ name }) =>
      name.toLowerCase().includes(variables.search?.toLowerCase() ?? ''),
    )
    const data = {
      customers: { nodes: named },
      customer: customers.find(({ id }) => id === variables.id) ?? null,
    }
    const isId = variables.id === undefined || variables.id.startsWith('Q3V')
    const code = allowed ? 'BAD_USER_INPUT' : 'UNAUTHENTICATED'
    response.end(
      JSON.stringify(allowed && isId ? { data } : { errors: [{ message: 'No.', extensions: { code } }] }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
