import type { CostPurpose } from '../costs/cost.ts'
import { foldHeader } from './headers.ts'

/** What a cost was for, by a word in any of the four languages; undefined for a word that is not known. */
export function costPurpose(word: string): CostPurpose | undefined {
  const folded = foldHeader(word)
  if (
    /^(?:acquisition|marketing|sales?|salg|salj|forsalj|anskaff|akvisition|markedsf|marknadsf|vinne|cac)/.test(
      folded,
    )
  )
    return 'acquisition'
  if (
    /^(?:service|support|betjening|kundeservice|kundservice|kundtjanst|drift|onboarding|oppfolging)/.test(
      folded,
    )
  )
    return 'service'
  return undefined
}

/** How content somebody was, 1 to 5, by a number or the words of support systems; undefined for what is neither. */
export function satisfactionOf(word: string): number | undefined {
  const folded = word.trim().toLowerCase().replace(',', '.')
  if (/^(?:good|bra|god|godt|satisfied|fornøyd|nöjd|tilfreds)$/.test(folded)) return 5
  if (/^(?:bad|dårlig|dålig|dårligt|unsatisfied|misfornøyd|missnöjd|utilfreds)$/.test(folded)) return 1
  const number = Number(folded)
  return Number.isInteger(number) && number >= 1 && number <= 5 ? number : undefined
}
