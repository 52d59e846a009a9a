import { titleOf } from '@profilkort/domain/content/read'
import type { Problem } from '@profilkort/domain/result'
import { ContentRefused } from './problem.ts'
import { readYaml } from './yaml.ts'

/** One document as it came in, not yet understood. */
export interface SourceDocument {
  /** Which of the documents it is, from 0. */
  readonly index: number
  /** The slug or key that people know it by, where it has one. */
  readonly title: string | undefined
  readonly value: unknown
  /** The line of the whole text on which a part stands, from 1; undefined in JSON. */
  readonly lineOf: (path: Problem['path']) => number | undefined
}

const mostDocuments = 1000

/** The documents of a text in either form. Throws `ContentRefused` where it is not of that form, or holds none. */
export function readDocuments(text: string, form: 'yaml' | 'json'): readonly SourceDocument[] {
  const documents = form === 'yaml' ? readYaml(text) : readJson(text)
  if (documents.length === 0)
    throw refused('There are no documents in it. Export some to see what they look like.')
  if (documents.length <= mostDocuments) return documents
  throw refused(
    `At most ${mostDocuments} documents are taken at a time; these are ${documents.length}. Split them.`,
  )
}

function readJson(text: string): readonly SourceDocument[] {
  const values = documentsOf(parse(text))
  return values.map((value, index) => ({ index, title: titleOf(value), value, lineOf: () => undefined }))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw refused(`This is not JSON: ${(error as Error).message}. Send YAML as \`application/yaml\`.`)
  }
}

/** The list that an export answers with, or one document alone. */
function documentsOf(value: unknown): readonly unknown[] {
  const isList = typeof value === 'object' && value !== null && 'documents' in value
  if (!isList) return [value]
  if (Array.isArray(value.documents)) return value.documents
  throw refused('`documents` is a list of documents.')
}

function refused(message: string): ContentRefused {
  return new ContentRefused([{ document: null, index: 0, path: [], line: null, message }])
}
