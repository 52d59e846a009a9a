import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import { type LookedThrough, lookThrough } from '../look-through.ts'
import { readFile } from '../read-file.ts'
import { type Recognised, recognise } from '../recognise.ts'

export interface ReadContent {
  readonly recognised: Recognised
  readonly looked: LookedThrough
  /** Without the header. */
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  /** Of rows that cannot be taken, by line. */
  readonly problems: readonly string[]
}

/** Reads a file with a content as an import does. Rejects with what the import would be refused with. */
export async function readContent(content: string | Uint8Array, sheet?: string): Promise<ReadContent> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'profilkort-test-'))
  try {
    const file = path.join(folder, 'file')
    await writeFile(file, content)
    const recognised = await recognise(file, sheet)
    const looked = await lookThrough(file, recognised)
    const all: FileRow[] = []
    for await (const row of readFile(file, recognised)) all.push(row)
    const found = all.slice(1)
    return {
      recognised,
      looked,
      rows: found.map(({ cells }) => cells),
      lines: found.map(({ line }) => line),
      problems: found.flatMap(({ line, problem }) => (problem === undefined ? [] : [`${line} ${problem}`])),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
