// Starts the intranet from the environment: the only file that reads it.
import { startIntranet } from './server.ts'

const { PORT, PROFILKORT_URL, PROFILKORT_PUBLISHABLE_KEY, PROFILKORT_SECRET_KEY } = process.env
if (!PROFILKORT_URL || !PROFILKORT_PUBLISHABLE_KEY || !PROFILKORT_SECRET_KEY) {
  process.stderr.write(
    'The intranet needs PROFILKORT_URL, PROFILKORT_PUBLISHABLE_KEY and PROFILKORT_SECRET_KEY; `npm start` sets them.\n',
  )
  process.exit(1)
}

try {
  const intranet = await startIntranet({
    port: Number(PORT ?? 4100),
    apiUrl: PROFILKORT_URL,
    publishableKey: PROFILKORT_PUBLISHABLE_KEY,
    secretKey: PROFILKORT_SECRET_KEY,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  })
  process.send?.({ kind: 'ready', url: intranet.url })
  const stop = async () => {
    await intranet.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  // Whoever started us has died; nobody is left to stop us.
  process.once('disconnect', () => void stop())
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const why = isTaken
    ? `Port ${PORT ?? 4100} is taken. Stop what runs there, or set INTRANET_PORT to another.`
    : error
  process.stderr.write(`The intranet could not start. ${String(why)}\n`)
  process.exit(1)
}
