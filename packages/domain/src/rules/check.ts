import type { Catalogue } from '../attributes/attribute.ts'
import { okUnless, type Result } from '../result.ts'
import { Checking, type Path, ruleLimits } from './checking/checking.ts'
import { checkFieldTest } from './checking/field-test.ts'
import { nearest, suggest } from './checking/suggest.ts'
import { isTestKind, testKinds } from './operators.ts'
import type { Rule } from './rule.ts'

const noRule: Rule = Object.freeze({ kind: 'any', rules: Object.freeze([]) })
const groupKinds = ['all', 'any', 'not'] as const

/**
 * Parses unknown JSON into a frozen rule that makes sense to the workspace's catalogue. Each problem names its path
 * and what to do next; at most a hundred are told. Shapes are closed: a property that means nothing is a problem.
 */
export function checkRule(input: unknown, catalogue: Catalogue): Result<Rule> {
  const checking = new Checking(catalogue)
  const rule = checkNode(checking, input, [], 1)
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
  if (isTestKind(kind)) return checkFieldTest(checking, kind, node, path)
  const kinds = [...groupKinds, ...testKinds]
  const what =
    typeof kind === 'string' ? `There is no kind of rule '${checking.quote(kind)}'.` : 'A rule needs a kind.'
  const guess = typeof kind === 'string' ? nearest(kind, kinds) : undefined
  return checking.tell([...path, 'kind'], `${what} ${suggest(guess, `Use one of: ${kinds.join(', ')}.`)}`)
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
