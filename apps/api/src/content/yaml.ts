import { titleOf } from '@profilkort/domain/content/read'
import type { Document as Content } from '@profilkort/domain/profiles/document'
import type { Problem } from '@profilkort/domain/result'
import { Document, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, Scalar, visit } from 'yaml'
import { type ContentProblem, ContentRefused } from './problem.ts'
import type { SourceDocument } from './source-document.ts'

const widest = 100
/** A longer text stands in lines of its own. */
const longestInline = 80
/** After a broken line the rest of a document is mostly misread. */
const mostProblems = 20

/** Documents as a stream that a person can read, each after a line `---`. */
export function writeYaml(contents: readonly Content[]): string {
  return contents.map((content) => `---\n${writeDocument(content)}`).join('')
}

function writeDocument(content: Content): string {
  const document = new Document(content, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar(key, scalar) {
      if (key === 'key' || typeof scalar.value !== 'string') return
      const style = styleOf(scalar.value)
      if (style !== undefined) scalar.type = style
    },
  })
  return document.toString({ lineWidth: widest, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
}

/** How a text is written; undefined for a short one, which YAML quotes only where it has to. */
function styleOf(text: string): Scalar.Type | undefined {
  if (!isTidy(text)) return Scalar.QUOTE_DOUBLE
  if (text.includes('\n')) return Scalar.BLOCK_LITERAL
  return text.length > longestInline ? Scalar.BLOCK_FOLDED : undefined
}

/** Whether nothing is lost between lines: blanks at their ends and control characters survive in quotes only. */
function isTidy(text: string): boolean {
  const lines = text.split('\n')
  const isWhole = (line: string) => line === line.trim() && !/ {2}|\p{Cc}|[\u2028\u2029\uFEFF]/u.test(line)
  return lines.every(isWhole) && lines[0] !== '' && lines.at(-1) !== ''
}

/** The documents of a stream. Throws `ContentRefused` with every line that is not YAML. */
export function readYaml(text: string): readonly SourceDocument[] {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const documents = [...parsed].filter(({ contents, errors }) => contents !== null || errors.length > 0)
  const problems = documents.flatMap(({ errors, warnings }, index) =>
    [...errors, ...warnings].slice(0, mostProblems).map((error): ContentProblem => {
      const { line } = lines.linePos(error.pos[0])
      return { document: null, index, path: [], line, message: `This is not YAML: ${error.message}.` }
    }),
  )
  if (problems.length > 0) throw new ContentRefused(problems)
  return documents.map((document, index) => {
    const value = toValue(document, index)
    return {
      index,
      title: titleOf(value),
      value,
      lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
    }
  })
}

function toValue(document: ReturnType<typeof parseAllDocuments>[number], index: number): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const message = `This cannot be read: ${(error as Error).message}. Write texts out instead of referring to them.`
    throw new ContentRefused([{ document: null, index, path: [], line: null, message }])
  }
}

/** Where a part begins: its key, or what comes closest to it. */
function offsetOf({ contents, range }: Document, path: Problem['path']): number {
  let node: unknown = contents
  let offset = contents?.range?.[0] ?? range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) continue
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = rangeOf(node) ?? offset
    }
  }
  return offset
}

function rangeOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node
    ? (node.range as readonly number[] | null | undefined)?.[0]
    : undefined
}
