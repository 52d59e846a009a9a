import { enumOf } from './enums.ts'

export const SortDirectionEnum = enumOf('SortDirection', 'Which way.', {
  ascending: 'Small to large, old to new, A to Å.',
  descending: 'Large to small, new to old, Å to A.',
})
