import type { AttributeType } from '../attributes/attribute.ts'
import { type PartType, partTypes } from './kinds.ts'
import type { Target } from './mapping.ts'

/** What databases and spreadsheets write where there is nothing. */
const marks = new Set(['', 'null', 'n/a', '#n/a', 'nan', '\\n'])
const longestMark = 4
const dashes = new Set(['-', '–', '—', '−'])

/** Whether a cell says nothing, whatever its column is. A dash may be a text, so it is not among the marks. */
export function isBlank(cell: string): boolean {
  const trimmed = cell.trim()
  return trimmed.length <= longestMark && marks.has(trimmed.toLowerCase())
}

/** Whether a cell is nothing but a dash, as spreadsheets have it where there is no number and no day. */
export function isDash(cell: string): boolean {
  return dashes.has(cell.trim())
}

/** What says nothing in the column of a target: where numbers, amounts or days go, a lone dash does not either. */
export function blankIn(target: Target): (cell: string) => boolean {
  return takesDashes(target) ? (cell) => isBlank(cell) || isDash(cell) : isBlank
}

const dashed: ReadonlySet<PartType | AttributeType> = new Set([
  'number',
  'score',
  'money',
  'amount',
  'time',
  'day',
  'month',
  'instant',
])

function takesDashes(target: Target): boolean {
  if (target.kind === 'kept') return false
  return dashed.has(target.kind === 'part' ? partTypes[target.part] : target.type)
}
