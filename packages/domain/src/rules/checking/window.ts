import { parseMoment } from '../moment.ts'
import { isEmptyRange } from '../operators/bounds.ts'
import type { Window } from '../rule.ts'
import type { Checking, Json, Path } from './checking.ts'
import { checkOperand } from './operand.ts'
import { checkPeriod } from './period.ts'

/** When what counts has to have happened; undefined, and told, where it makes no sense. */
export function checkWindow(checking: Checking, input: unknown, path: Path): Window | undefined {
  const node = checking.object(input, path, 'A window', `{ "kind": "lastDays", "days": 30 }`)
  if (node === undefined) return undefined
  const window = checkKind(checking, node, path)
  return window && Object.freeze(window)
}

function checkKind(checking: Checking, node: Json, path: Path): Window | undefined {
  switch (node.kind) {
    case 'lastDays': {
      checking.closed(node, ['kind', 'days'], path, "'lastDays'")
      const days = checkOperand(checking, { type: 'days', of: 'time', input: node.days }, [...path, 'days'])
      return typeof days === 'number' ? { kind: 'lastDays', days } : undefined
    }
    case 'during': {
      checking.closed(node, ['kind', 'period'], path, "'during'")
      const period = checkPeriod(checking, node.period, [...path, 'period'])
      return period && { kind: 'during', period }
    }
    case 'between':
      return checkBetween(checking, node, path)
    default:
      return checking.tell([...path, 'kind'], "A window's kind is 'lastDays', 'between' or 'during'.")
  }
}

function checkBetween(checking: Checking, node: Json, path: Path): Window | undefined {
  checking.closed(node, ['kind', 'from', 'to'], path, "'between'")
  const { from, to } = node
  if (from === undefined && to === undefined)
    return checking.tell(path, "Give 'from', 'to' or both; without either, leave the window out.")
  for (const [name, input] of Object.entries({ from, to })) {
    const isFine = input === undefined || (typeof input === 'string' && parseMoment(input) !== undefined)
    if (isFine) continue
    const example = 'a day such as 2026-03-01, or an instant with its zone such as 2026-03-01T12:00:00Z'
    return checking.tell([...path, name], `Give ${example}.`)
  }
  if (typeof from === 'string' && typeof to === 'string' && isEmptyRange(from, to))
    return checking.tell([...path, 'to'], `'from' (${from}) is after 'to' (${to}). Swap them.`)
  return {
    kind: 'between',
    ...(typeof from === 'string' && { from }),
    ...(typeof to === 'string' && { to }),
  }
}
