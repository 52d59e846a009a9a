import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, parseAllDocuments } from 'yaml'
import { Failure } from '../mistake.ts'

/** A folder's documents as one stream, and how to find back from its lines to the files. */
export interface Stream {
  readonly text: string
  readonly files: number
  /** `profiles/retailers.yaml:12` of a line of the stream, from 1. */
  readonly placeOf: (line: number) => string
}

/** Reads the documents of a folder, templates first. Throws `Failure` with the first file that is no YAML or JSON. */
export function readFolder(folder: string): Stream {
  const files = ['templates', 'profiles'].flatMap((kind) => list(folder, kind))
  if (files.length === 0) {
    throw new Failure(
      `There are no documents in ${folder}: none in its folders profiles and templates. Export some first.`,
    )
  }
  let text = ''
  let lines = 0
  const starts: { readonly file: string; readonly line: number }[] = []
  for (const file of files) {
    const content = readDocument(folder, file)
    text += `---\n${content}`
    starts.push({ file, line: lines + 1 })
    lines += 1 + content.split('\n').length - 1
  }
  const placeOf = (line: number) => {
    const start = starts.findLast((each) => each.line < line) ?? starts[0]
    return start === undefined ? `line ${line}` : `${start.file}:${line - start.line}`
  }
  return { text, files: files.length, placeOf }
}

/** The hashes of the pictures that documents name. */
export function picturesIn(text: string): readonly string[] {
  const found = [...text.matchAll(/^\s*(?:- )?"?hash"?: *"?([0-9a-f]{64})"?,?\s*$/gm)]
  return [...new Set(found.flatMap(([, hash]) => (hash === undefined ? [] : [hash])))]
}

/** The file of a picture in the folder, by its hash. */
export function findPicture(folder: string, hash: string): string | undefined {
  const directory = path.join(folder, 'pictures')
  const file = existsSync(directory)
    ? readdirSync(directory).find((each) => path.parse(each).name === hash)
    : undefined
  return file && path.join(directory, file)
}

function list(folder: string, kind: string): readonly string[] {
  const directory = path.join(folder, kind)
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .toSorted()
    .map((file) => path.join(kind, file))
}

/** A file that cannot be read by itself would break its neighbours in the stream. */
function readDocument(folder: string, file: string): string {
  const content = readFileSync(path.join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
  const lines = new LineCounter()
  const [error] = parseAllDocuments(content, { lineCounter: lines, prettyErrors: false }).flatMap(
    ({ errors }) => errors,
  )
  if (error !== undefined) {
    throw new Failure(`${file}:${lines.linePos(error.pos[0]).line}: this is not YAML: ${error.message}.`)
  }
  return content.endsWith('\n') || content === '' ? content : `${content}\n`
}
