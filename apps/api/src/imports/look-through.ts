import type { FileRow } from '@profilkort/domain/imports/file-row'
import { looksLikeRow, nameColumns } from '@profilkort/domain/imports/header'
import { type ColumnProfile, columnProfiler } from '@profilkort/domain/imports/profile-columns'
import { ImportRefused } from './problem.ts'
import { readBatches } from './read-file.ts'
import type { Recognised } from './recognise.ts'
import { sampleRows } from './sample-rows.ts'

/** What a first look at a file tells. */
export interface LookedThrough {
  readonly headers: readonly string[]
  readonly profiles: readonly ColumnProfile[]
  /** The rows that were looked at: all of a small file, some from everywhere of a large one. */
  readonly sample: readonly (readonly string[])[]
  readonly warnings: readonly string[]
  /** Of separated values: what separates them. */
  readonly delimiter: string | undefined
  /** Headers of columns whose numbers the file itself types. */
  readonly typedNumbers: ReadonlySet<string>
}

/** The first pass over a file: what its columns hold. Bounded in memory and, for large files, in time. */
export async function lookThrough(file: string, recognised: Recognised): Promise<LookedThrough> {
  const first = await firstRows(file, recognised)
  const [header, ...rest] = first
  if (header === undefined) {
    throw new ImportRefused('EMPTY', 'The file has no text in it. Export it again, with a header and rows.')
  }
  if (header.problem !== undefined)
    throw new ImportRefused('RECORD_TOO_LONG', `The first row is no header: ${header.problem}.`)
  const { headers, warnings } = nameColumns(header.cells)
  if (rest.length === 0)
    throw new ImportRefused('NO_ROWS', `The file has a header (${headers.join(', ')}) and no rows below it.`)
  if (mayLackHeader(recognised) && looksLikeRow(header.cells)) throw headerMissing(header.cells)
  const sample = await sampleRows(file, recognised, headers.length)
  const profiler = columnProfiler(headers)
  for (const cells of sample) profiler.add(cells)
  const typedNumbers = new Set(recognised.format === 'csv' ? [] : recognised.typedNumbers)
  const delimiter = recognised.format === 'csv' ? recognised.delimiter : undefined
  return { headers, profiles: profiler.finish(), sample, warnings, delimiter, typedNumbers }
}

/** Objects name their fields themselves. */
function mayLackHeader({ format }: Recognised): boolean {
  return format === 'csv' || format === 'xlsx'
}

async function firstRows(file: string, recognised: Recognised): Promise<readonly FileRow[]> {
  const found: FileRow[] = []
  for await (const rows of readBatches(file, recognised)) {
    found.push(...rows.slice(0, 2))
    if (found.length >= 2) break
  }
  return found
}

function headerMissing(cells: readonly string[]): ImportRefused {
  const shown = cells.slice(0, 4).join(', ').slice(0, 100)
  return new ImportRefused(
    'HEADER_MISSING',
    `The first row (${shown}) looks like the others rather than like a header. Put a line above it with a name for each column.`,
  )
}
