import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { ImportRefused } from './problem.ts'
import type { Recognised } from './recognise.ts'

/** A row of a file; the header is line 1. */
export interface FileRow {
  readonly cells: readonly string[]
  readonly line: number
}

const longestRecord = 1024 * 1024

/** The rows of a file, header first, as they stand; blank lines are left out. Bounded in memory whatever the file. */
export async function* readFile(file: string, { encoding, delimiter }: Recognised): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    info: true,
  })
  const source = Readable.from(decode(file, encoding))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (record.every((cell) => cell.trim() === '')) continue
      yield { cells: record, line: info.lines }
    }
  } catch (error) {
    throw toRefusal(error as CsvError)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

async function* decode(file: string, encoding: Recognised['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

function toRefusal(error: CsvError): Error {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new ImportRefused(
      'RECORD_TOO_LONG',
      `Line ${typeof error.lines === 'number' ? error.lines : '?'} begins a row of more than 1 MiB. Either this is not CSV, or a quote is opened there and never closed.`,
    )
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ImportRefused(
      'QUOTE_NOT_CLOSED',
      `A quote is opened before the end of the file and never closed. Close it and try again.`,
    )
  }
  return error
}
