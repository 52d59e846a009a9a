import type { Catalogue } from '../../attributes/attribute.ts'
import type { Locale } from '../../locales/locale.ts'
import { failed, type Problem, type Result } from '../../result.ts'
import { checkRule } from '../../rules/check.ts'
import { nearest } from '../../rules/checking/suggest.ts'
import { wordingsFor } from '../../rules/operators.ts'
import type { Rule } from '../../rules/rule.ts'
import { phrases } from '../../rules/sentences/phrases.ts'
import { matchAt } from './pattern.ts'
import { readInSegment, wordsAround } from './read-around.ts'
import { kindsFor, type Reading, readingOf, readTest, same, subjectsIn } from './read-test.ts'

const longest = 4000
const deepest = 10

/**
 * The rule that a sentence tells, in the words that `describe` tells rules in: one that is told by these words again.
 * The problem names the clause that is not understood, and what could be meant.
 */
export function readSentence(sentence: string, catalogue: Catalogue, locale: Locale): Result<Rule> {
  const text = sentence.trim().replaceAll(/[\n\t\r]+/gu, ' ')
  if (text.length > longest) return failed(problem(`A sentence has at most ${longest} characters.`))
  const reading = readingOf(catalogue, locale)
  // A full stop may end the sentence, or an abbreviation.
  const rule = readRule(text, reading, 0) ?? readRule(text.replace(/\.$/u, ''), reading, 0)
  if (rule === undefined) return failed(problem(whatIsWrong(text, reading)))
  const checked = checkRule(rule, catalogue)
  return checked.ok ? checked : failed(problem(checked.problems[0].message))
}

function readRule(text: string, reading: Reading, depth: number): Rule | undefined {
  const say = phrases[reading.locale]
  if (text === '' || depth > deepest) return undefined
  if (same(text, say.always)) return { kind: 'all', rules: [] }
  if (same(text, say.never)) return { kind: 'any', rules: [] }
  const inner = withinParentheses(text)
  if (inner !== undefined) return readRule(inner, reading, depth + 1)
  return (
    readTest(text, reading) ??
    readInSegment(text, reading) ??
    readAround(text, reading, depth) ??
    readGroup(text, 'all', reading, depth) ??
    readGroup(text, 'any', reading, depth)
  )
}

/** Words before a rule in parentheses, "none of this holds: (a, or b)", "its company fits: (c)", and what they make of it. */
function readAround(text: string, reading: Reading, depth: number): Rule | undefined {
  for (const { words, around } of wordsAround(reading.locale)) {
    const found = matchAt(words, text)
    const inner = found && withinParentheses(found.rest)
    const rule = inner === undefined ? undefined : readRule(inner, reading, depth + 1)
    const made = rule && around(rule, found?.groups.number ?? '1')
    if (made !== undefined) return made
  }
  return undefined
}

/** "a, b, and c": a comma may part clauses or values within one, so the longest clauses that make sense are taken. */
function readGroup(text: string, kind: 'all' | 'any', reading: Reading, depth: number): Rule | undefined {
  const { and, or } = phrases[reading.locale]
  const word = `${kind === 'all' ? and : or} `
  const parts = partsOf(text)
  const dead = new Set<number>()
  const from = (start: number): readonly Rule[] | undefined => {
    if (dead.has(start)) return undefined
    for (let end = parts.length; end > start; end--) {
      const isLast = end === parts.length
      const clause = parts.slice(start, end).join(', ')
      if (isLast && !(start > 0 && same(clause.slice(0, word.length), word))) continue
      const rule = readClause(isLast ? clause.slice(word.length) : clause, reading, depth)
      const rest = rule && (isLast ? [] : from(end))
      if (rule && rest) return [rule, ...rest]
    }
    dead.add(start)
    return undefined
  }
  const rules = from(0)
  return rules && { kind, rules }
}

/** A test, or a group in parentheses. */
function readClause(clause: string, reading: Reading, depth: number): Rule | undefined {
  const { always, never } = phrases[reading.locale]
  // An empty group within a group of its kind is told by no words; what is not one of the other kind is told by these.
  if (same(clause, always)) return { kind: 'not', rule: { kind: 'any', rules: [] } }
  if (same(clause, never)) return { kind: 'not', rule: { kind: 'all', rules: [] } }
  const isGroup =
    withinParentheses(clause) !== undefined ||
    wordsAround(reading.locale).some(({ words }) => matchAt(words, clause) !== undefined)
  if (isGroup) return readRule(clause, reading, depth + 1)
  return readTest(clause, reading) ?? readInSegment(clause, reading)
}

/** What lies between the parentheses around a whole text. */
function withinParentheses(text: string): string | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined
  let open = 0
  for (const [index, letter] of [...text].entries()) {
    if (letter === '(') open++
    if (letter === ')') open--
    if (open === 0 && index < [...text].length - 1) return undefined
  }
  return open === 0 ? text.slice(1, -1) : undefined
}

/** What lies between the commas that are not within parentheses. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  let open = 0
  for (const piece of text.split(', ')) {
    if (open > 0) parts[parts.length - 1] = `${parts.at(-1)}, ${piece}`
    else parts.push(piece)
    open += (piece.match(/\(/gu)?.length ?? 0) - (piece.match(/\)/gu)?.length ?? 0)
  }
  return parts
}

function problem(message: string): Problem {
  return { path: ['sentence'], message }
}

const mostShown = 6

function whatIsWrong(text: string, reading: Reading): string {
  const { and, or } = phrases[reading.locale]
  const clauses = partsOf(text.replaceAll(/[()]/gu, '')).map((part) =>
    [and, or].reduce(
      (rest, word) => (rest.startsWith(`${word} `) ? rest.slice(word.length + 1) : rest),
      part,
    ),
  )
  const clause =
    clauses.find(
      (each) => readTest(each, reading) === undefined && readInSegment(each, reading) === undefined,
    ) ?? text
  const quoted = `"${clause.slice(0, 120)}"`
  const [known] = subjectsIn(clause, reading)
  if (known === undefined) {
    const labels = reading.subjects.map(([, { label }]) => label)
    const words = clause.split(' ')
    const guess = [3, 2, 1].map((count) => nearest(words.slice(0, count).join(' '), labels)).find(Boolean)
    const advice =
      guess === undefined ? 'Begin with the name of an attribute or metric.' : `Did you mean "${guess}"?`
    return `${quoted} begins with nothing that is in the catalogue. ${advice}`
  }
  const { subject } = known
  const wordings = kindsFor(subject).map((kind) => wordingsFor(kind, subject.type)[reading.locale].says)
  const shown = [...new Set(wordings)].slice(0, mostShown).map((each) => `"${each}"`)
  return `${quoted} is not understood. After "${subject.label}" may come ${shown.join(', ')}.`
}
