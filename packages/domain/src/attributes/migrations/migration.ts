import type { DateFormat } from '../../imports/dates.ts'
import type { NumberFormat } from '../../imports/numbers.ts'
import type { Localized } from '../../locales/locale.ts'
import type { Attribute, AttributeType, Option, OptionListName, Value } from '../attribute.ts'

/** Values are kept under another key. */
export interface RenameKey {
  readonly kind: 'rename'
  readonly to: string
}

/** Values that mean the same become one of them: options, or what sources wrote beside the options. */
export interface MergeOptions {
  readonly kind: 'mergeOptions'
  readonly from: readonly string[]
  readonly into: string
  /** Makes `into` an option, or gives it another label. */
  readonly label?: Localized
}

/** Values are read as another type. */
export interface ChangeType {
  readonly kind: 'changeType'
  readonly type: AttributeType
  /** Of the choice it becomes; those it has when not given. */
  readonly options?: readonly Option[]
  readonly list?: OptionListName
  /** ISO 4217: of the amounts that numbers become, or of the only amounts that become numbers. */
  readonly currency?: string
  /** How texts write numbers and days, where they can be read in several ways. */
  readonly numberFormat?: NumberFormat
  readonly dateFormat?: DateFormat
  /** What single values become where it is not what the type says; null for not known. */
  readonly values?: readonly { readonly from: string; readonly to: string | null }[]
}

/** A change of an attribute that changes the values that are kept. */
export type Migration = RenameKey | MergeOptions | ChangeType

/** What a value becomes; `lost` when there is no way to read it as the attribute's new type. */
export type Converted =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'lost' }

/** A migration that makes sense, with what it does to a value. */
export interface MigrationPlan {
  readonly migration: Migration
  readonly before: Attribute
  readonly after: Attribute
  readonly convert: (value: Value) => Converted
}
