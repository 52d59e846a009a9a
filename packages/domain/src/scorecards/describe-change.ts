import type { Catalogue } from '../attributes/attribute.ts'
import { type LocaleChain, resolveText } from '../locales/locale.ts'
import { describe } from '../rules/describe.ts'
import { decayWords, nothing, orderWords, partWords, thingWords } from './change-words.ts'
import type { PartChange, PartValue, ScorecardChange } from './diff.ts'

/**
 * A change as a line to read, in the first language of the chain: `Changed criterion: Need (weight 1 → 2)`. Of what
 * was added or removed the weight, cap, threshold and rules are told, not each of its texts.
 */
export function describeChange(change: ScorecardChange, catalogue: Catalogue, chain: LocaleChain): string {
  const [locale] = chain
  const { what, kind, parts, key, label } = change
  if (what === 'order') return `${orderWords[locale]}.`
  const told =
    kind === 'changed' ? parts : parts.filter(({ before, after }) => (after ?? before)?.kind !== 'text')
  const lines = told.map((part) => describePart(part, kind, catalogue, chain)).join('; ')
  if (what === 'scorecard') return capital(`${lines}.`)
  const name = resolveText(label, chain)?.text ?? key ?? ''
  const head = `${thingWords[what][kind][locale]}: ${name}`
  return lines === '' ? `${head}.` : `${head} (${lines}).`
}

function describePart(
  { part, before, after }: PartChange,
  kind: ScorecardChange['kind'],
  catalogue: Catalogue,
  chain: LocaleChain,
): string {
  const say = (value: PartValue | undefined) => sayValue(value, catalogue, chain)
  const word = partWords[part][chain[0]]
  return kind === 'changed' ? `${word} ${say(before)} → ${say(after)}` : `${word} ${say(after ?? before)}`
}

function sayValue(value: PartValue | undefined, catalogue: Catalogue, chain: LocaleChain): string {
  const [locale] = chain
  const number = (each: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(each)
  if (value === undefined) return nothing[locale]
  switch (value.kind) {
    case 'text':
      return `“${resolveText(value.text, chain)?.text ?? ''}”`
    case 'number':
      return number(value.number)
    case 'share':
      return new Intl.NumberFormat(locale, { style: 'percent' }).format(value.share)
    case 'rule':
      return `“${describe(value.rule, catalogue, locale)}”`
    case 'decay':
      return decayWords[locale](number(value.decay.freshDays), number(value.decay.staleDays))
    case 'key':
      return value.key
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
