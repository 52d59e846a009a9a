import { isBest, isGivenUp, type WholeCompany } from './companies.ts'

/** What a company is in the planted truth. */
export type Segment = 'best' | 'rest' | 'givenUp'

export function segmentOfCompany(company: WholeCompany): Segment {
  if (isBest(company)) return 'best'
  return isGivenUp(company) ? 'givenUp' : 'rest'
}
