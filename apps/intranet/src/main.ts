// The demo intranet's process. The only file of it that reads the environment.
import { startIntranet } from './server.ts'

const { env } = process
const intranet = await startIntranet({
  port: Number(env['PORT'] ?? 4100),
  apiUrl: env['PROFILKORT_URL'] ?? 'http://127.0.0.1:4000',
  secretKey: env['PROFILKORT_SECRET_KEY'] ?? '',
  publishableKey: env['PROFILKORT_PUBLISHABLE_KEY'] ?? '',
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
process.send?.({ kind: 'ready', url: intranet.url })

async function stop(): Promise<void> {
  await intranet.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop())
