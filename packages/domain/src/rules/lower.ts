import type { RecordsCatalogue } from '../attributes/attribute.ts'
import type { Ground } from '../consents/purpose.ts'
import { allOf, anyOf, type CoreRule, negate, never, ofCompany, ofPeople, picked, profiled } from './core.ts'
import { ofFirstOrLast } from './lower-times.ts'
import { daysBefore, parseMoment } from './moment.ts'
import type { LoweredTest } from './operators/operator.ts'
import { operators } from './operators.ts'
import { type Span, spanOf } from './period.ts'
import type { CoreRecordsField, CountedRecords } from './records.ts'
import type { DealsField, InteractionsField, RecordsField, Rule, Test, TestKind, Window } from './rule.ts'

/** What rules stand for in a workspace, besides what they say themselves. */
export type LoweredBy = Pick<RecordsCatalogue, 'segments' | 'purposes'>

/** On what ground a workspace profiles people: the strictest where it has not been read. */
export function profilingGround(records: LoweredBy | undefined): Ground {
  return records?.purposes.get('profiling')?.ground ?? 'consent'
}

/**
 * The rule in the small core that every target understands: operators replaced by what they stand for, segments by
 * their rules or lists, days that count from now by instants, `not` pushed down to the leaves. Nobody is in a segment by
 * a rule, or has a fit, who may not be profiled at that instant.
 *
 * @param now the instant, in milliseconds since 1970, that "the last 30 days" counts from
 * @param records the workspace's; without them a rule that names a segment throws
 */
export function lower(rule: Rule, now: number, records?: LoweredBy): CoreRule {
  return lowerNode(rule, { now, segments: records?.segments, ground: profilingGround(records), within: [] })
}

interface Lowering {
  readonly now: number
  readonly segments: LoweredBy['segments'] | undefined
  /** On what people are profiled. */
  readonly ground: Ground
  /** The segments whose rule this is part of. */
  readonly within: readonly string[]
}

function lowerNode(rule: Rule, lowering: Lowering): CoreRule {
  const { now, segments, ground, within } = lowering
  const inner = (each: Rule) => lowerNode(each, lowering)
  switch (rule.kind) {
    case 'all':
      return allOf(rule.rules.map(inner))
    case 'any':
      return anyOf(rule.rules.map(inner))
    case 'not':
      return negate(inner(rule.rule))
    case 'company':
      return ofCompany(inner(rule.rule))
    case 'people':
      return ofPeople(inner(rule.rule), rule.atLeast)
    case 'inSegment': {
      if (segments === undefined) throw new Error('The rule names segments that were not read')
      const segment = segments.get(rule.segment)
      // A segment that is gone has nobody in it. None is ever saved within itself.
      if (segment === undefined || within.includes(rule.segment)) return never
      if (segment.kind === 'static') return picked(rule.segment)
      const inside = lowerNode(segment.rule, { ...lowering, within: [...within, rule.segment] })
      return allOf([inside, profiled(ground, now)])
    }
    default:
      return lowerTest(rule, now, ground)
  }
}

function lowerTest(test: Test, now: number, ground: Ground): CoreRule {
  const { field } = test
  switch (field.kind) {
    case 'attribute':
    case 'metric':
      return lowerOperator({ ...test, field }, now)
    case 'consent':
    case 'fit':
    case 'interactions':
    case 'deals': {
      const lowered = atInstant(field, now, ground)
      if (!('span' in lowered) || !isFirstOrLast(field))
        return lowerOperator({ ...test, field: lowered }, now)
      return ofFirstOrLast(lowerOperator({ ...test, field: anyTime }, now), field.figure, lowered)
    }
  }
}

/** Whether it is a time that is told: by what is counted there is none of its own. */
export function isFirstOrLast(
  field: RecordsField,
): field is (InteractionsField | DealsField) & { readonly figure: 'first' | 'last' } {
  return 'figure' in field && (field.figure === 'first' || field.figure === 'last')
}

/** A field of records as it is looked up at an instant; in place of a first or last time, the count of what has one. */
export function atInstant(field: RecordsField, now: number, ground: Ground): CoreRecordsField {
  if (field.kind === 'consent') return { ...field, now }
  if (field.kind === 'fit') return { ...field, ground, now }
  const { window, figure, ...rest } = field
  const counted = isFirstOrLast(field) ? 'count' : figure
  return { ...rest, figure: counted, span: window && spanOfWindow(window, now) } as CountedRecords
}

/** Stands for the times of records. */
const anyTime = { kind: 'attribute', key: 'time' } as const

function lowerOperator<Kind extends TestKind>(test: LoweredTest<Kind>, now: number): CoreRule {
  const { lower: lowered } = operators[test.kind]
  return lowered(test, now)
}

function spanOfWindow(window: Window, now: number): Span {
  switch (window.kind) {
    case 'lastDays':
      return { from: daysBefore(now, window.days), until: daysBefore(now, 0) + 1 }
    case 'between':
      return {
        from: window.from === undefined ? undefined : parseMoment(window.from)?.from,
        until: window.to === undefined ? undefined : parseMoment(window.to)?.until,
      }
    case 'during':
      return spanOf(window.period, now)
  }
}
