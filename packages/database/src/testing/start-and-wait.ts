// A process of its own that starts PostgreSQL and waits to be killed.
import { startEmbedded } from '../embedded/embedded.ts'

const server = await startEmbedded({ directory: process.argv[2] ?? '' })
process.send?.({ url: server.superuserUrl('postgres') })
