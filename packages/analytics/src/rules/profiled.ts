import type { CoreProfiled } from '@profilkort/domain/rules/core'
import type { Column } from '../columns/column.ts'
import { textAmong } from './coded.ts'
import type { Plan } from './plan.ts'

/** The columns that tell who may be profiled. */
export interface ProfilingColumns {
  readonly kind: Column
  /** Where a person stands on it. */
  readonly profiling: Column
  /** Until when, in milliseconds since 1970. */
  readonly profilingUntil: Column
}

type Profiled = Pick<CoreProfiled, 'ground' | 'now' | 'negated'>

/** Holds for companies and the people who may be profiled, as `mayBeProfiled` of the domain; `negated` for all others. */
export function profiledToColumns(columns: ProfilingColumns, { ground, now, negated }: Profiled): Plan {
  const { kind, profiling, profilingUntil } = columns
  const isCompany = textAmong(kind, ['company'], negated)
  const either = negated ? 'all' : 'any'
  switch (ground) {
    case 'consent': {
      const isYes = textAmong(profiling, ['given'], negated)
      const isStill: Plan = {
        kind: 'compared',
        column: profilingUntil,
        op: '<=',
        value: now,
        negated: !negated,
      }
      const may: Plan = { kind: negated ? 'any' : 'all', plans: [isYes, isStill] }
      return { kind: either, plans: [isCompany, may] }
    }
    case 'legitimateInterest':
      return { kind: either, plans: [isCompany, textAmong(profiling, ['denied', 'withdrawn'], !negated)] }
  }
}
