import type { Catalogue } from '../attributes/attribute.ts'
import { okUnless, type Result } from '../result.ts'
import { mostWithin, sizeOfRule } from '../segments/segments.ts'
import { Checking, type Json, type Path, ruleLimits } from './checking/checking.ts'
import { checkFieldTest } from './checking/field-test.ts'
import { checkName } from './checking/name.ts'
import { recordsOf } from './checking/records-field.ts'
import { nearest, suggest } from './checking/suggest.ts'
import { isTestKind, testKinds } from './operators.ts'
import type { Rule } from './rule.ts'

const noRule: Rule = Object.freeze({ kind: 'any', rules: Object.freeze([]) })
const otherKinds = ['all', 'any', 'not', 'inSegment', 'company', 'people'] as const
const mostPeople = 1000

/**
 * Parses unknown JSON into a frozen rule that makes sense to the workspace's catalogue. Each problem names its path
 * and what to do next; at most a hundred are told. Shapes are closed: a property that means nothing is a problem.
 */
export function checkRule(input: unknown, catalogue: Catalogue): Result<Rule> {
  const checking = new Checking(catalogue)
  const rule = checkNode(checking, input, [], 1)
  if (rule !== undefined && sizeOfRule(rule, recordsOf(checking).segments) > mostWithin)
    checking.tell(
      [],
      `With its segments the rule comes to more than ${mostWithin} tests and groups. Make it smaller.`,
    )
  // Where there is no rule its problems have been told; the stand-in is never seen.
  return okUnless(checking.problems, rule ?? noRule)
}

function checkNode(checking: Checking, input: unknown, path: Path, depth: number): Rule | undefined {
  if (depth > ruleLimits.depth) {
    return checking.tell(path, `Rules are nested more than ${ruleLimits.depth} deep. Make the rule flatter.`)
  }
  if (!checking.countNode(path)) return undefined
  const node = checking.object(input, path, 'A rule', `{ "kind": "all", "rules": [] }`)
  if (node === undefined) return undefined
  const { kind } = node
  if (kind === 'all' || kind === 'any') return checkGroup(checking, kind, node, path, depth)
  if (kind === 'not') {
    checking.closed(node, ['kind', 'rule'], path, "'not'")
    const rule = checkNode(checking, node.rule, [...path, 'rule'], depth + 1)
    return rule && Object.freeze({ kind, rule })
  }
  if (kind === 'inSegment') return checkInSegment(checking, node, path)
  if (kind === 'company' || kind === 'people') return checkRelated(checking, kind, node, path, depth)
  if (isTestKind(kind)) return checkFieldTest(checking, kind, node, path)
  const kinds = [...otherKinds, ...testKinds]
  const what =
    typeof kind === 'string' ? `There is no kind of rule '${checking.quote(kind)}'.` : 'A rule needs a kind.'
  const guess = typeof kind === 'string' ? nearest(kind, kinds) : undefined
  return checking.tell([...path, 'kind'], `${what} ${suggest(guess, `Use one of: ${kinds.join(', ')}.`)}`)
}

function checkInSegment(checking: Checking, node: Json, path: Path): Rule | undefined {
  checking.closed(node, ['kind', 'segment'], path, "'inSegment'")
  const known = new Map([...recordsOf(checking).segments].map(([slug, { name }]) => [slug, name]))
  const segment = checkName(checking, node.segment, [...path, 'segment'], { what: 'segment', known })
  return segment === undefined ? undefined : Object.freeze({ kind: 'inSegment', segment })
}

function checkRelated(
  checking: Checking,
  kind: 'company' | 'people',
  node: Json,
  path: Path,
  depth: number,
): Rule | undefined {
  const names = kind === 'people' ? ['kind', 'rule', 'atLeast'] : ['kind', 'rule']
  checking.closed(node, names, path, `'${kind}'`)
  const rule = checkNode(checking, node.rule, [...path, 'rule'], depth + 1)
  if (kind === 'company') return rule && Object.freeze({ kind, rule })
  const { atLeast = 1 } = node
  if (typeof atLeast !== 'number' || !Number.isInteger(atLeast) || atLeast < 1 || atLeast > mostPeople)
    return checking.tell(
      [...path, 'atLeast'],
      `Give a whole number of people from 1 to ${mostPeople}. For none of them, put 'not' around.`,
    )
  return rule && Object.freeze({ kind, rule, atLeast })
}

function checkGroup(
  checking: Checking,
  kind: 'all' | 'any',
  node: { readonly [property: string]: unknown },
  path: Path,
  depth: number,
): Rule | undefined {
  checking.closed(node, ['kind', 'rules'], path, `'${kind}'`)
  const inputs = node.rules
  if (!Array.isArray(inputs)) {
    return checking.tell([...path, 'rules'], `'${kind}' needs a list of rules; an empty one is allowed.`)
  }
  const rules: Rule[] = []
  for (const [index, each] of inputs.entries()) {
    if (checking.isFull) break
    const rule = checkNode(checking, each, [...path, 'rules', index], depth + 1)
    if (rule !== undefined) rules.push(rule)
  }
  return Object.freeze({ kind, rules: Object.freeze(rules) })
}
