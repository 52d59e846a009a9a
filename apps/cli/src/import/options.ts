import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importKinds } from '@profilkort/domain/imports/kinds'
import { Mistake } from '../mistake.ts'

/** What `import` was asked to do. */
export interface ImportOptions {
  readonly file: string
  readonly rejects: string
  readonly saveMapping: string | undefined
  readonly isDryRun: boolean
  readonly isSure: boolean
  readonly url: string | undefined
  readonly secretKey: string | undefined
  /** The JSON that goes with the file. */
  readonly request: {
    readonly kind: string
    readonly fileName: string
    readonly source?: string
    readonly currency?: string
    readonly mapping?: unknown
    readonly sheet?: string
    readonly saveAs?: string
    readonly changes: {
      readonly key?: readonly string[]
      readonly set: { readonly [column: string]: { readonly [field: string]: string } }
      readonly corrections: { readonly [column: string]: { readonly [cell: string]: string } }
    }
  }
}

/** That an import is to be gone on with, and heard of to its end. */
export interface ResumeOptions extends Pick<ImportOptions, 'rejects' | 'url' | 'secretKey'> {
  /** The import's id. */
  readonly resume: string
}

/** Undefined where only the help is asked for. */
export function parseOptions(
  args: readonly string[],
  cwd: string,
): ImportOptions | ResumeOptions | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const [file, ...more] = positionals
  const { resume, url, 'secret-key': secretKey } = values
  if (resume !== undefined) {
    if (file !== undefined) throw new Mistake('With --resume there is no file to name.')
    return { resume, url, secretKey, rejects: path.resolve(cwd, values.rejects ?? 'import.rejected.csv') }
  }
  if (file === undefined) throw new Mistake('Name the file to import.')
  if (more.length > 0) throw new Mistake(`One file at a time; "${more.join(' ')}" is too much.`)
  const kind = importKinds.find((each) => each === values.as)
  if (kind === undefined) throw new Mistake(`Say what the file holds: --as ${importKinds.join('|')}.`)
  if (values.url !== undefined && !URL.canParse(values.url))
    throw new Mistake(`"${values.url}" is no address such as http://127.0.0.1:4000.`)
  const { name } = path.parse(file)
  const at = (given: string) => path.resolve(cwd, given)
  return {
    file: at(file),
    rejects: at(values.rejects ?? `${name}.rejected.csv`),
    saveMapping: values['save-mapping'] === undefined ? undefined : at(values['save-mapping']),
    isDryRun: values['dry-run'] ?? false,
    isSure: values.yes ?? false,
    url: values.url,
    secretKey: values['secret-key'],
    request: {
      kind,
      fileName: path.basename(file),
      ...(values.source === undefined ? {} : { source: values.source }),
      ...(values.currency === undefined ? {} : { currency: values.currency }),
      ...(values.mapping === undefined ? {} : { mapping: readMapping(values.mapping, at) }),
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...(values['save-as'] === undefined ? {} : { saveAs: values['save-as'] }),
      changes: {
        ...(values.key === undefined ? {} : { key: values.key.split(',').map((column) => column.trim()) }),
        set: parseTable(
          values.set ?? [],
          /^(?<column>.+)\.(?<key>[A-Za-z]+)=(?<value>.*)$/,
          '--set COLUMN.FIELD=VALUE, such as --set revenue.scale=1000000',
        ),
        corrections: parseTable(
          values.correct ?? [],
          /^(?<column>[^:]+):(?<key>[^=]+)=(?<value>.*)$/,
          "--correct 'COLUMN:WRITTEN=MEANT', such as --correct 'sector:technolgy=technology'",
        ),
      },
    },
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        source: { type: 'string' },
        currency: { type: 'string' },
        key: { type: 'string' },
        set: { type: 'string', multiple: true },
        correct: { type: 'string', multiple: true },
        mapping: { type: 'string' },
        'save-mapping': { type: 'string' },
        'save-as': { type: 'string' },
        sheet: { type: 'string' },
        rejects: { type: 'string' },
        resume: { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
        url: { type: 'string' },
        'secret-key': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Mistake((error as Error).message)
  }
}

/** A mapping out of a file; a text that names no file is the name of one that the server has. */
function readMapping(given: string, at: (path: string) => string): unknown {
  if (!existsSync(at(given)) && !/[./\\]/.test(given)) return given
  try {
    return JSON.parse(readFileSync(at(given), 'utf8'))
  } catch (error) {
    throw new Mistake(`The mapping ${given} could not be read: ${(error as Error).message}`)
  }
}

function parseTable(given: readonly string[], pattern: RegExp, form: string) {
  const table: { [column: string]: { [key: string]: string } } = {}
  for (const text of given) {
    const { column, key, value } = pattern.exec(text)?.groups ?? {}
    if (column === undefined || key === undefined || value === undefined)
      throw new Mistake(`"${text}" is not of the form ${form}.`)
    table[column] = { ...table[column], [key]: value }
  }
  return table
}
