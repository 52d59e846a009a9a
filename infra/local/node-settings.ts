import path from 'node:path'

/** The environment that Node does well with on a server of ours. */
export const nodeSettings: { readonly [name: string]: string } = {
  // Left to itself Node lets what is young take 128 MiB on a large machine. With 24 a document costs no more; a list of
  // fifty customers costs an eighth less with 48, and a large import then takes 25 MiB more.
  NODE_OPTIONS: '--max-semi-space-size=8',
  // Few arenas: glibc keeps what threads gave back in each of them. About 15 MiB less under a large import.
  MALLOC_ARENA_MAX: '2',
  // Without types, and compiled: from the second start on a third quicker, and 25 MiB less in each thread and process.
  NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../../node_modules/.cache/profilkort'),
}
