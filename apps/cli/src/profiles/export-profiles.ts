import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { call, fail } from '../call.ts'
import { Failure } from '../mistake.ts'
import type { ServerAddress } from '../server-address.ts'
import { picturesIn } from './folder.ts'
import type { ProfilesOptions } from './options.ts'

const extensions: { readonly [type: string]: string } = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
}

/** Writes the server's profiles into a folder; a file that is the same already is not touched. */
export async function exportProfiles(
  server: ServerAddress,
  { folder, slugs, isPruned }: ProfilesOptions,
): Promise<void> {
  const search = new URLSearchParams({ format: 'yaml', ...(slugs === undefined ? {} : { slugs }) })
  const response = await call(server, `/v1/content?${search.toString()}`)
  if (!response.ok) await fail(response)
  const text = await response.text()
  // Nothing inside a document begins at the margin but its keys.
  const documents = text.split(/^---\n/m).filter((document) => document.trim() !== '')
  const files = new Map(documents.map((document) => [fileOf(document), document]))
  const written = [...files].filter(([file, document]) => write(path.join(folder, file), document))
  const hashes = picturesIn(text)
  const fetched = await fetchPictures(server, folder, hashes)
  const removed = isPruned ? prune(folder, new Set(files.keys()), new Set(hashes)) : []
  const counts = `${documents.length} documents and ${hashes.length} pictures`
  process.stdout.write(
    `Exported ${counts} to ${folder}: ${written.length + fetched} files written, ${removed.length} removed.\n`,
  )
}

/** Where a document belongs. What a server calls it is never taken for a path. */
function fileOf(document: string): string {
  const { slug, template } = parse(document) as { readonly slug?: unknown; readonly template?: unknown }
  if (typeof slug === 'string' && /^[a-z0-9-]+$/.test(slug)) return path.join('profiles', `${slug}.yaml`)
  const key =
    typeof template === 'object' && template !== null && 'key' in template ? template.key : undefined
  if (typeof key === 'string' && /^[A-Za-z0-9]+$/.test(key)) return path.join('templates', `${key}.yaml`)
  throw new Failure(
    'The server answered with a document that has no slug. Is it a Profilkort of this version?',
  )
}

/** @returns whether the file was not like this already */
function write(file: string, content: string | Uint8Array): boolean {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return false
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  return true
}

async function fetchPictures(
  server: ServerAddress,
  folder: string,
  hashes: readonly string[],
): Promise<number> {
  const there = new Set(list(path.join(folder, 'pictures')).map((file) => path.parse(file).name))
  const missing = hashes.filter((hash) => !there.has(hash))
  for (const hash of missing) {
    const response = await call(server, `/v1/content/pictures/${hash}`)
    if (!response.ok) await fail(response)
    const type = response.headers.get('content-type')?.split(';', 1)[0] ?? ''
    const file = `${hash}.${extensions[type] ?? 'bin'}`
    write(path.join(folder, 'pictures', file), new Uint8Array(await response.arrayBuffer()))
  }
  return missing.length
}

/** Removes the files of this command's making whose documents or pictures are gone. */
function prune(folder: string, files: ReadonlySet<string>, hashes: ReadonlySet<string>): readonly string[] {
  const documents = ['profiles', 'templates'].flatMap((kind) =>
    list(path.join(folder, kind))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => path.join(kind, file))
      .filter((file) => !files.has(file)),
  )
  const pictures = list(path.join(folder, 'pictures'))
    .filter((file) => /^[0-9a-f]{64}\.\w+$/.test(file) && !hashes.has(path.parse(file).name))
    .map((file) => path.join('pictures', file))
  const gone = [...documents, ...pictures]
  for (const file of gone) rmSync(path.join(folder, file))
  return gone
}

function list(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
