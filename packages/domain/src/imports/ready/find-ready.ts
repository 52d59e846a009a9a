import type { AttributeType } from '../../attributes/attribute.ts'
import type { ImportKind, Part } from '../kinds.ts'

export interface ReadyColumn {
  readonly target:
    | { readonly kind: 'part'; readonly part: Part }
    | { readonly kind: 'attribute'; readonly key: string; readonly type: AttributeType }
    | { readonly kind: 'kept' }
  readonly lineBreak?: string
}

/** How the export of a well-known system is read. */
export interface ReadyMapping {
  /** What it is asked for by: `hubspot-companies`. */
  readonly name: string
  readonly system: string
  readonly kind: ImportKind
  /** By header, in small letters. */
  readonly columns: ReadonlyMap<string, ReadyColumn>
  /** Headers by which the export is known, in small letters: one of each list has to stand there. */
  readonly marks: readonly (readonly string[])[]
}

export function findReady(_kind: ImportKind, _headers: readonly string[]): ReadyMapping | undefined {
  return undefined
}
