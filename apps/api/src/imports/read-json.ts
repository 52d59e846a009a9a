import type { FileRow } from '@profilkort/domain/imports/file-row'
import { flatten, parseObject } from '@profilkort/domain/imports/json/flatten'
import { type JsonText, lineScanner, listScanner } from '@profilkort/domain/imports/json/json-scanner'
import { isOwnExport } from '@profilkort/domain/imports/ready/profilkort'
import { decode } from './decode.ts'
import type { RecognisedEncoding } from './encoding.ts'
import { ImportRefused } from './problem.ts'
import { refusedRows } from './refuse-broken.ts'

/** A file of JSON objects, one a line or all in a list. */
export interface RecognisedJson extends RecognisedEncoding {
  readonly format: 'ndjson' | 'json'
  /** The paths that any of the objects has, in the order they first stand. */
  readonly headers: readonly string[]
  /** Of those, the ones with numbers, but for one in fifty at most. */
  readonly typedNumbers: readonly string[]
}

const mostPaths = 2000

/** Looks at all objects of a file for the paths they have. */
export async function recogniseJson(
  file: string,
  format: RecognisedJson['format'],
  encoding: RecognisedEncoding,
): Promise<RecognisedJson> {
  const paths = new Map<string, { numbers: number; others: number }>()
  for await (const texts of readTexts(file, { ...encoding, format })) {
    for (const { text } of texts) {
      for (const [path, { isNumber }] of flatten(parseObject(text) ?? {})) {
        const seen = paths.get(path) ?? { numbers: 0, others: 0 }
        if (isNumber) seen.numbers++
        else seen.others++
        paths.set(path, seen)
      }
      if (paths.size > mostPaths) throw tooManyPaths()
    }
  }
  const typedNumbers = [...paths].flatMap(([path, { numbers, others }]) =>
    numbers > 0 && others <= numbers / 50 ? [path] : [],
  )
  const found = { format, ...encoding, headers: [...paths.keys()], typedNumbers }
  return isOwnExport(found.headers) ? withAmounts(found) : found
}

/** Of an export of this product: `revenue.amount` and `revenue.currency` are the one column `revenue`. */
function withAmounts(found: RecognisedJson): RecognisedJson {
  const inOne = (path: string) => {
    const [, column = path] = /^(.*)\.(?:amount|currency)$/.exec(path) ?? []
    const isWhole = ['amount', 'currency'].every((part) => found.headers.includes(`${column}.${part}`))
    return isWhole ? column : path
  }
  const headers = [...new Set(found.headers.map(inOne))]
  return { ...found, headers, typedNumbers: [...new Set(found.typedNumbers.map(inOne))] }
}

/** The objects of a file as rows, header first; one that cannot be read costs its row. */
export async function* readJson(
  file: string,
  recognised: RecognisedJson,
): AsyncGenerator<readonly FileRow[]> {
  const { headers } = recognised
  if (headers.length > 0) yield [{ cells: headers, line: 0 }]
  for await (const texts of readTexts(file, recognised)) yield texts.map((each) => toRow(headers, each))
}

function toRow(headers: readonly string[], { text, line }: JsonText): FileRow {
  const object = parseObject(text)
  if (object === undefined) {
    return { cells: [text], line, problem: 'this is no JSON object such as {"name":"Nord"}; mend it' }
  }
  const cells = flatten(object)
  return { cells: headers.map((header) => cells.get(header)?.text ?? amountIn(cells, header)), line }
}

/** The amount of a column that was made of two, as `1234.5 NOK`. */
function amountIn(cells: ReturnType<typeof flatten>, header: string): string {
  const [amount, currency] = [cells.get(`${header}.amount`), cells.get(`${header}.currency`)]
  return amount === undefined || currency === undefined ? '' : `${amount.text} ${currency.text}`
}

async function* readTexts(
  file: string,
  { format, encoding }: Pick<RecognisedJson, 'format' | 'encoding'>,
): AsyncGenerator<readonly JsonText[]> {
  const scanner = format === 'ndjson' ? lineScanner() : listScanner()
  try {
    for await (const text of decode(file, encoding)) yield scanner.push(text)
    yield scanner.end()
  } catch (error) {
    throw refusedRows(error)
  }
}

function tooManyPaths(): ImportRefused {
  return new ImportRefused(
    'TOO_WIDE',
    `The objects have more than ${mostPaths} different fields. Leave out those that are not needed.`,
  )
}
