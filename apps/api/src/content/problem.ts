import type { Problem } from '@profilkort/domain/result'
import type { SourceDocument } from './source-document.ts'

/** What is wrong with one of the documents that came in. */
export interface ContentProblem {
  /** The slug or key that it is known by; null where it has none. */
  readonly document: string | null
  /** Which of the documents, from 0. */
  readonly index: number
  /** Where in it, outermost first. */
  readonly path: readonly string[]
  /** The line of the whole text, from 1; null where it came as JSON. */
  readonly line: number | null
  readonly message: string
}

/** Nothing was imported. All that is wrong is told, not only the first. */
export class ContentRefused extends Error {
  readonly problems: readonly ContentProblem[]
  /** The hashes of the pictures that have to be uploaded first. */
  readonly missingPictures: readonly string[]

  constructor(problems: readonly ContentProblem[], missingPictures: readonly string[] = []) {
    const count = problems.length === 1 ? 'There is 1 problem' : `There are ${problems.length} problems`
    super(`Nothing was imported. ${count}; the first: ${describe(problems[0])}`)
    this.problems = problems
    this.missingPictures = missingPictures
  }
}

/** A problem of a document, with the line that it is on. */
export function problemIn(source: SourceDocument, { path, message }: Problem): ContentProblem {
  return {
    document: source.title ?? null,
    index: source.index,
    path: path.map(String),
    line: source.lineOf(path) ?? null,
    message,
  }
}

function describe(problem: ContentProblem | undefined): string {
  if (problem === undefined) return ''
  const where = [problem.document, problem.path.join('.')].filter((part) => part !== null && part !== '')
  const line = problem.line === null ? '' : ` (line ${problem.line})`
  return `${where.join(', ')}${line}${where.length > 0 || line !== '' ? ': ' : ''}${problem.message}`
}
