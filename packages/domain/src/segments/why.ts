import type { Catalogue, Value } from '../attributes/attribute.ts'
import { formatValue } from '../attributes/format.ts'
import { type CustomerFacts, type Provenance, type Provenances, provenanceOf } from '../customers/customer.ts'
import type { Locale } from '../locales/locale.ts'
import { describe } from '../rules/describe.ts'
import { isRecordsField, type KnownField, type Rule } from '../rules/rule.ts'

/** A node of a rule and where it is: `['rules', 0, 'rule']`, outermost first; the rule itself is at `[]`. */
export interface RuleNode {
  readonly path: readonly (string | number)[]
  readonly rule: Rule
}

/** The nodes of a rule that speak of the customer itself, each before those within it. */
export function nodesOf(rule: Rule, path: RuleNode['path'] = []): readonly RuleNode[] {
  const node = { path, rule }
  if (rule.kind === 'not') return [node, ...nodesOf(rule.rule, [...path, 'rule'])]
  if (rule.kind !== 'all' && rule.kind !== 'any') return [node]
  return [node, ...rule.rules.flatMap((each, index) => nodesOf(each, [...path, 'rules', index]))]
}

/** What a node says of one customer. */
export interface NodeAnswer extends RuleNode {
  readonly sentence: string
  readonly holds: boolean
  /** Of a test of a value: what it looks at. */
  readonly field: KnownField | undefined
  /** The value that it was decided by; undefined where none is known, or it is no test. */
  readonly value: Value | undefined
  /** The value for people. */
  readonly text: string | undefined
  /** Who said so and when; undefined for what is computed. */
  readonly provenance: Provenance | undefined
}

/** What each node says of a customer. @param answers whether it holds, in the order of `nodes` */
export function answerNodes(
  nodes: readonly RuleNode[],
  answers: readonly boolean[],
  { attributes, metrics }: CustomerFacts,
  provenances: Provenances,
  catalogue: Catalogue,
  locale: Locale,
): readonly NodeAnswer[] {
  return nodes.map((node, index) => {
    const field = 'field' in node.rule && !isRecordsField(node.rule.field) ? node.rule.field : undefined
    const known = field?.kind === 'metric' ? metrics : attributes
    const value = field !== undefined && Object.hasOwn(known, field.key) ? known[field.key] : undefined
    const isSaid = field?.kind === 'attribute' && value !== undefined
    const attribute = field?.kind === 'attribute' ? catalogue.attributes.get(field.key) : undefined
    return {
      ...node,
      sentence: describe(node.rule, catalogue, locale),
      holds: answers[index] ?? false,
      field,
      value,
      text: value === undefined ? undefined : formatValue(value, attribute, locale),
      provenance: isSaid ? provenanceOf(provenances, field.key) : undefined,
    }
  })
}
