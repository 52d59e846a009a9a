import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { call, fail } from '../call.ts'
import type { ServerAddress } from '../server-address.ts'
import { findPicture, readFolder, type Stream } from './folder.ts'
import type { ProfilesOptions } from './options.ts'

/** How the server says an import went. */
interface Report {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly documents: readonly {
    readonly document: string
    readonly outcome: string
    readonly published: readonly string[]
  }[]
}

/** Why the server takes nothing. */
interface Refusal {
  readonly problems: readonly {
    readonly document: string | null
    readonly path: readonly string[]
    readonly line: number | null
    readonly message: string
  }[]
  readonly missingPictures: readonly string[]
}

type Answer = { readonly report: Report } | { readonly refusal: Refusal }

/** Takes a folder's documents in, all or none of them, after the pictures that they show. @returns the exit code */
export async function importProfiles(
  server: ServerAddress,
  { folder, isDryRun, isPublished }: ProfilesOptions,
): Promise<0 | 1> {
  const stream = readFolder(folder)
  const tried = await send(server, stream.text, { dryRun: true, publish: isPublished })
  const pictures = 'refusal' in tried ? tried.refusal.missingPictures.flatMap(ownPicture(folder)) : []
  const others = 'refusal' in tried ? withoutPictures(tried.refusal, pictures) : []
  if (others.length > 0) return refuse(others, stream)
  if (isDryRun) {
    process.stdout.write(
      'report' in tried
        ? show('Dry run', tried.report)
        : `Dry run: all ${stream.files} files can be read. ${pictures.length} pictures would be uploaded first.\n`,
    )
    return 0
  }
  const text = await uploadPictures(server, stream.text, pictures)
  const done = await send(server, text, { dryRun: false, publish: isPublished })
  if ('refusal' in done) return refuse(done.refusal.problems, stream)
  process.stdout.write(show('Imported', done.report))
  return 0
}

async function send(
  server: ServerAddress,
  text: string,
  { dryRun, publish }: { readonly dryRun: boolean; readonly publish: boolean },
): Promise<Answer> {
  const response = await call(server, `/v1/content?dryRun=${dryRun}&publish=${publish}`, {
    method: 'POST',
    headers: { 'content-type': 'application/yaml' },
    body: text,
  })
  if (response.status === 422) return { refusal: (await response.json()) as Refusal }
  if (!response.ok) await fail(response)
  return { report: (await response.json()) as Report }
}

interface OwnPicture {
  readonly hash: string
  readonly file: string
}

function ownPicture(folder: string): (hash: string) => readonly OwnPicture[] {
  return (hash) => {
    const file = findPicture(folder, hash)
    return file === undefined ? [] : [{ hash, file }]
  }
}

function withoutPictures({ problems }: Refusal, pictures: readonly OwnPicture[]): Refusal['problems'] {
  return problems.filter(({ message }) => !pictures.some(({ hash }) => message.includes(hash)))
}

/** @returns the documents with the hashes that the server knows the pictures by */
async function uploadPictures(
  server: ServerAddress,
  text: string,
  pictures: readonly OwnPicture[],
): Promise<string> {
  let named = text
  for (const { hash, file } of pictures) {
    const form = new FormData()
    form.set('file', await openAsBlob(file), path.basename(file))
    const response = await call(server, '/v1/pictures', { method: 'POST', body: form })
    if (!response.ok) await fail(response)
    const uploaded = (await response.json()) as { readonly hash: string }
    named = named.replaceAll(hash, uploaded.hash)
  }
  return named
}

function refuse(problems: Refusal['problems'], { placeOf }: Stream): 1 {
  const lines = problems.map(({ document, path: where, line, message }) => {
    const place = line === null ? (document ?? '') : placeOf(line)
    return `  • ${[place, where.join('.')].filter((part) => part !== '').join(' ')}: ${message}\n`
  })
  process.stderr.write(`Nothing was imported.\n${lines.join('')}`)
  return 1
}

function show(title: string, { created, updated, unchanged, documents }: Report): string {
  const changed = documents.filter(
    ({ outcome, published }) => outcome !== 'unchanged' || published.length > 0,
  )
  const lines = changed.map(({ document, outcome, published }) => {
    const languages = published.length > 0 ? `, published in ${published.join(', ')}` : ''
    return `  • ${document}: ${outcome}${languages}\n`
  })
  return `${title}: ${created} created, ${updated} updated, ${unchanged} unchanged.\n${lines.join('')}`
}
