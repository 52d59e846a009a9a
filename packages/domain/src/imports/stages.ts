import type { CustomerStage } from '../customers/customer.ts'
import type { DealStatus } from '../deals/deal.ts'
import { foldHeader } from './headers.ts'

/** What a deal's stage means, by its name in English, Norwegian, Swedish or Danish; unknown ones are open. */
export function dealStatus(stage: string): DealStatus {
  const folded = foldHeader(stage)
  if (/^(?:closed)?won$|^vunnet|^vunnen|^vundet|^closedwon/.test(folded)) return 'won'
  if (/^(?:closed)?lost$|^tapt|^forlorad|^tabt|^closedlost/.test(folded)) return 'lost'
  return 'open'
}

const stages: ReadonlyMap<string, CustomerStage> = new Map([
  ...['lead', 'emne', 'subscriber', 'marketingqualifiedlead', 'salesqualifiedlead', 'prospekteringslead'].map(
    (word) => [word, 'lead'] as const,
  ),
  ...['prospect', 'prospekt', 'opportunity', 'mulighet', 'emneimote'].map(
    (word) => [word, 'prospect'] as const,
  ),
  ...['customer', 'kunde', 'kund', 'evangelist', 'active', 'aktiv'].map(
    (word) => [word, 'customer'] as const,
  ),
  ...[
    'former',
    'formercustomer',
    'tidligerekunde',
    'tidigarekund',
    'churned',
    'oppsagt',
    'inactive',
    'inaktiv',
  ].map((word) => [word, 'former'] as const),
])

/** How far a customer has come, by a CRM's word for it; undefined for a word that is not known. */
export function customerStage(word: string): CustomerStage | undefined {
  return stages.get(foldHeader(word))
}

/** A product's name without case, blanks and signs, so that `GTXPro` and `GTX Pro` are one product. */
export function productKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}
