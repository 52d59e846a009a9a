import type { Attribute } from '../attributes/attribute.ts'

/** An attribute of the workspace as imports know it. */
export interface KnownAttribute extends Attribute {
  /** Whether it is put away: nothing is written to it until it is brought back. */
  readonly isArchived?: boolean
  /** Keys and labels that it had before. */
  readonly formerNames?: readonly string[]
}

export type KnownAttributes = ReadonlyMap<string, KnownAttribute>
