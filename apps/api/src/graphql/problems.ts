import type { Problem, Result } from '@profilkort/domain/result'

/**
 * Problems a caller can mend. Thrown where they are found, they become members of the mutation's result union;
 * anything else that is thrown is a bug.
 */
export abstract class ProblemError extends Error {
  readonly path: readonly string[]

  constructor(message: string, path: readonly (string | number)[] = []) {
    super(message)
    this.path = path.map(String)
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

/** Somebody saved in between: what the caller saw is no longer the newest. */
export class RevisionConflict extends ProblemError {
  readonly expectedRevision: number
  readonly currentRevision: number

  constructor(expectedRevision: number, currentRevision: number) {
    super(
      `Revision ${currentRevision} was saved since revision ${expectedRevision} was read. Read it again and decide anew.`,
      ['expectedRevision'],
    )
    this.expectedRevision = expectedRevision
    this.currentRevision = currentRevision
  }
}

/** The value of a decision, or its problems as an error for the edge. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new InvalidInput(result.problems)
}
