/** What a decision of the domain answers: a value, or the problems that stand in its way. The domain never throws. */
export type Result<Value, P = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly [P, ...P[]] }

/** A problem a user can mend: what is wrong, where, and what to do next. */
export interface Problem {
  /** A sentence in English: what happened, why, what to do next. */
  readonly message: string
  /** Where in the input, outermost first: `['traits', 0, 'rule', 'rules', 1]`. */
  readonly path: readonly (string | number)[]
}

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value }
}

export function failed<P>(...problems: [P, ...P[]]): Result<never, P> {
  return { ok: false, problems }
}

/** The value when there are no problems, all of the problems otherwise. */
export function okUnless<Value, P>(problems: readonly P[], value: Value): Result<Value, P> {
  const [first, ...rest] = problems
  return first === undefined ? ok(value) : failed(first, ...rest)
}
