import type { Attribute } from '@profilkort/domain/attributes/attribute'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { type KeptNote, noteBook } from '@profilkort/domain/imports/notes'
import { rowReader } from '@profilkort/domain/imports/read-row'
import { type LookedThrough, lookThrough } from './look-through.ts'
import { plausibility } from './plausibility.ts'
import { type Recognised, recognise } from './recognise.ts'

/** A file that was looked through. */
export interface Looked extends LookedThrough {
  readonly recognised: Recognised
}

/** Looks through a file. The same file always looks the same. Throws `ImportRefused`. */
export async function lookAt(file: string, sheet: string | undefined): Promise<Looked> {
  const recognised = await recognise(file, sheet)
  return { ...(await lookThrough(file, recognised)), recognised }
}

/** So many rows of the sample are judged. */
const judged = 2000

/** What is noticed in the sample as a whole, before any row is taken. */
export function judgeSample(
  mapping: Mapping,
  { headers, profiles, sample }: LookedThrough,
  attributes: readonly Attribute[],
): readonly KeptNote[] {
  const notes = noteBook()
  const judge = plausibility(mapping)
  const catalogue = new Map(attributes.map((attribute) => [attribute.key, attribute]))
  const readRow = rowReader({ headers, mapping, profiles, attributes: catalogue, notes: noteBook() })
  for (const cells of sample.slice(0, judged)) {
    const row = readRow({ cells, line: 1 })
    if (row.ok) judge.add(row.value)
  }
  judge.note(notes)
  return notes.keep()
}
