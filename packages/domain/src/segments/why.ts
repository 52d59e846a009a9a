import type { Catalogue, Value } from '../attributes/attribute.ts'
import { formatValue } from '../attributes/format.ts'
import { type CustomerFacts, type Provenance, type Provenances, provenanceOf } from '../customers/customer.ts'
import type { Locale } from '../locales/locale.ts'
import { describe } from '../rules/describe.ts'
import { isFirstOrLast, profilingGround } from '../rules/lower.ts'
import { type Field, isRecordsField, isTest, type Rule } from '../rules/rule.ts'
import { formatTime } from '../rules/sentences/format.ts'
import { subjectOf } from '../rules/sentences/subject.ts'
import { decidedBy } from './decided-by.ts'
import type { Segments } from './segments.ts'

/** A node of a rule and where it is: `['rules', 0, 'rule']`, outermost first; the rule itself is at `[]`. */
export interface RuleNode {
  readonly path: readonly (string | number)[]
  readonly rule: Rule
}

/**
 * The nodes of a rule that speak of the customer itself, each before those within it.
 * @param segments where given, the rule of a segment that is named is within that node, at `segment`
 */
export function nodesOf(rule: Rule, segments?: Segments): readonly RuleNode[] {
  return nodesAt(rule, [], segments)
}

function nodesAt(rule: Rule, path: RuleNode['path'], segments: Segments | undefined): readonly RuleNode[] {
  const node = { path, rule }
  switch (rule.kind) {
    case 'not':
      return [node, ...nodesAt(rule.rule, [...path, 'rule'], segments)]
    case 'all':
    case 'any':
      return [
        node,
        ...rule.rules.flatMap((each, index) => nodesAt(each, [...path, 'rules', index], segments)),
      ]
    case 'inSegment': {
      const segment = segments?.get(rule.segment)
      // A list has no rule. No segment is ever saved within itself.
      if (segment === undefined || segment.kind === 'static') return [node]
      return [node, ...nodesAt(segment.rule, [...path, 'segment'], segments)]
    }
    default:
      return [node]
  }
}

/** What a node says of one customer. */
export interface NodeAnswer extends RuleNode {
  readonly sentence: string
  readonly holds: boolean
  /** Of a test: what it looks at. */
  readonly field: Field | undefined
  /** What it was decided by, see `decidedBy`; undefined where there is nothing, or it is no test. */
  readonly value: Value | undefined
  /** The value for people. */
  readonly text: string | undefined
  /** Who said so and when; undefined for what is computed. */
  readonly provenance: Provenance | undefined
}

/** The customer that nodes are asked of, and when. */
export interface Asked {
  readonly facts: CustomerFacts
  readonly provenances: Provenances
  /** In milliseconds since 1970. */
  readonly now: number
}

/** What each node says of a customer. @param answers whether it holds, in the order of `nodes` */
export function answerNodes(
  nodes: readonly RuleNode[],
  answers: readonly boolean[],
  { facts, provenances, now }: Asked,
  catalogue: Catalogue,
  locale: Locale,
): readonly NodeAnswer[] {
  const ground = profilingGround(catalogue.records)
  return nodes.map((node, index) => {
    const test = isTest(node.rule) ? node.rule : undefined
    const value = test && decidedBy(test, facts, { now, ground })
    const isSaid = test?.field.kind === 'attribute' && value !== undefined
    return {
      ...node,
      sentence: describe(node.rule, catalogue, locale),
      holds: answers[index] ?? false,
      field: test?.field,
      value,
      text: test && value !== undefined ? tell(value, test.field, catalogue, locale) : undefined,
      provenance: isSaid ? provenanceOf(provenances, test.field.key) : undefined,
    }
  })
}

function tell(value: Value, field: Field, catalogue: Catalogue, locale: Locale): string {
  if (!isRecordsField(field))
    return formatValue(
      value,
      field.kind === 'attribute' ? catalogue.attributes.get(field.key) : undefined,
      locale,
    )
  if (typeof value === 'number' && isFirstOrLast(field)) {
    const written = new Date(value).toISOString()
    // Deals are of days.
    return formatTime(field.kind === 'deals' ? written.slice(0, 10) : written, locale)
  }
  return formatValue(value, subjectOf(field, catalogue, locale).attribute, locale)
}
