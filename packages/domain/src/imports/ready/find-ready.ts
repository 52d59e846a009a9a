import type { ImportKind } from '../kinds.ts'
import { bronnoysund } from './bronnoysund.ts'
import { hubspot } from './hubspot.ts'
import { profilkort } from './profilkort.ts'
import { fold, type ReadyMapping } from './ready-mapping.ts'
import { salesforce } from './salesforce.ts'
import { zendesk } from './zendesk.ts'

/** All of them; the more particular before those that their marks would fit as well. */
export const readyMappings: readonly ReadyMapping[] = [
  ...profilkort,
  ...bronnoysund,
  ...hubspot,
  ...salesforce,
  ...zendesk,
]

/** The system whose export a file of a kind is, by its headers; undefined where they tell of none. */
export function findReady(kind: ImportKind, headers: readonly string[]): ReadyMapping | undefined {
  const [written, folded] = [new Set(headers), new Set(headers.map(fold))]
  return readyMappings.find(
    ({ marks, isExact, ...ready }) =>
      ready.kind === kind && marks.every((any) => any.some((mark) => (isExact ? written : folded).has(mark))),
  )
}
