import type { AttributeType } from '../attributes/attribute.ts'

/** What customers are sorted by. Of a choice, the order is that of its options; texts go by code points. */
export type SortBy =
  | { readonly kind: 'name' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'metric'; readonly key: string }
  | {
      readonly kind: 'attribute'
      readonly key: string
      readonly type: AttributeType
      /** The keys of its options, in their order. */
      readonly options: readonly string[]
    }

/** Customers without a value come last in both directions; those with the same go by their ids. */
export interface CustomerSort {
  readonly by: SortBy
  readonly direction: 'ascending' | 'descending'
}

/**
 * What is compared, part by part; null without a value. A name or a text: itself. Updated: microseconds since 1970.
 * A metric, a number or a time: the number. Money: currency, amount. A boolean: 0 or 1. A choice, or the first of
 * several: its place among the options (their number for one that is not among them), itself.
 */
export type SortValue = readonly (string | number)[] | null

/** A place in a sorted list: a keyset cursor. */
export interface SortPlace {
  readonly value: SortValue
  readonly id: string
}

/** The kinds of parts that a place in the list has: what a cursor is checked against. */
export function sortParts(by: SortBy): readonly ('string' | 'number')[] {
  switch (by.kind) {
    case 'name':
      return ['string']
    case 'updated':
    case 'metric':
      return ['number']
    case 'attribute':
      return partsOfType(by.type)
  }
}

function partsOfType(type: AttributeType): readonly ('string' | 'number')[] {
  switch (type) {
    case 'text':
      return ['string']
    case 'choice':
    case 'choices':
      return ['number', 'string']
    case 'number':
    case 'time':
    case 'boolean':
      return ['number']
    case 'money':
      return ['string', 'number']
  }
}
