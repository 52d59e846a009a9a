import type { MergeConflict } from '@profilkort/domain/profiles/merge'
import type { Problem, Result } from '@profilkort/domain/result'

/**
 * Problems a caller can mend. Thrown where they are found, they become members of the mutation's result union;
 * anything else that is thrown is a bug.
 */
export abstract class ProblemError extends Error {
  /** Of the part of the input that is at fault. Not `path`: GraphQL takes an error with one for its own. */
  readonly inputPath: readonly string[]

  constructor(message: string, inputPath: readonly (string | number)[] = []) {
    super(message)
    this.inputPath = inputPath.map(String)
  }
}

/** The input does not make sense; `problems` has all that is wrong, the error itself is the first. */
export class InvalidInput extends ProblemError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems[0].message, problems[0].path)
    this.problems = problems
  }
}

export class NotFound extends ProblemError {
  constructor(what: string, id: string) {
    super(`There is no ${what} ${id} here, or it may not be seen with this key.`, ['id'])
  }
}

export class Forbidden extends ProblemError {}

/** What two people made of the same revision, where contents are what they disagree on. */
export interface ConflictSides {
  /** What the caller had read. */
  readonly base: unknown
  /** What the caller wanted to save; undefined where the contents were not to be changed. */
  readonly mine?: unknown
  /** What is saved now. */
  readonly theirs: unknown
  /** Both, with theirs where they differ. */
  readonly merged?: unknown
  readonly conflicts?: readonly MergeConflict[]
  readonly savedBy: string
  readonly savedAt: Date
}

/** Somebody saved in between: what the caller saw is no longer the newest. */
export class RevisionConflict extends ProblemError {
  readonly expectedRevision: number
  readonly currentRevision: number
  readonly sides: ConflictSides | undefined

  constructor(expectedRevision: number, currentRevision: number, sides?: ConflictSides) {
    super(
      `Revision ${currentRevision} was saved since revision ${expectedRevision} was read. Read it again and decide anew.`,
      ['expectedRevision'],
    )
    this.expectedRevision = expectedRevision
    this.currentRevision = currentRevision
    this.sides = sides
  }
}

/** Something that stands in the way of a deletion because it points at what would go. */
export interface User {
  /** What it is, in the schema's words: `Profile`, `Scorecard`, `Release`. */
  readonly kind: string
  /** Its id in the workspace, or its key where it has none. */
  readonly id: string
  readonly name: string
}

/** Others point at what was to be deleted; nothing was. */
export class InUse extends ProblemError {
  readonly users: readonly User[]

  constructor(what: string, users: readonly User[], next = 'Take it out there first, or archive it.') {
    const names = users.slice(0, 3).map(({ name }) => `"${name}"`)
    const more = users.length > 3 ? ` and ${users.length - 3} more` : ''
    super(`The ${what} is used by ${names.join(', ')}${more}. ${next}`)
    this.users = users
  }
}

/** The value of a decision, or its problems as an error for the edge. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new InvalidInput(result.problems)
}
