import type { Translated } from '../locales/locale.ts'
import { in4 } from '../locales/locale.ts'

/** Whether a product has as many profiles as it should: two to five (R4.5). */
export const profileAdvices = ['tooFew', 'fitting', 'tooMany'] as const
export type ProfileAdvice = (typeof profileAdvices)[number]

const fewest = 2
const most = 5

/** @param profiles how many ideal customer profiles and target markets are for the product */
export function adviseOnProfiles(profiles: number): ProfileAdvice {
  if (profiles < fewest) return 'tooFew'
  return profiles > most ? 'tooMany' : 'fitting'
}

export const adviceTexts: { readonly [A in ProfileAdvice]: Translated } = {
  tooFew: in4(
    'Et produkt har to til fem profiler. Med færre blir ulike kunder blandet sammen.',
    'En produkt har två till fem profiler. Med färre blandas olika kunder ihop.',
    'Et produkt har to til fem profiler. Med færre bliver forskellige kunder blandet sammen.',
    'A product has two to five profiles. With fewer, different customers are mixed together.',
  ),
  fitting: in4(
    'Et passende antall profiler for ett produkt.',
    'Ett lagom antal profiler för en produkt.',
    'Et passende antal profiler til ét produkt.',
    'A fitting number of profiles for one product.',
  ),
  tooMany: in4(
    'Et produkt har to til fem profiler. Med flere klarer ingen å holde dem fra hverandre.',
    'En produkt har två till fem profiler. Med fler kan ingen hålla isär dem.',
    'Et produkt har to til fem profiler. Med flere kan ingen holde dem ude fra hinanden.',
    'A product has two to five profiles. With more, nobody can keep them apart.',
  ),
}
