import { InvalidInput } from '../graphql/problems.ts'
import type { RefusedRecord, TakenRecord } from '../identity/take-records.ts'

/** The customer of a record that was taken. Throws `InvalidInput` for one of a person that was erased. */
export function customerOf(taken: TakenRecord | RefusedRecord | undefined): string {
  if (taken === undefined) throw new Error('A record was taken without an answer')
  if (taken.outcome !== 'refused') return taken.customerId
  const message =
    'A person known by this was erased and is kept out. Ask an admin: `privacyUpdate` lets erased people in with a flag.'
  throw new InvalidInput([{ path: ['attributes'], message }])
}
