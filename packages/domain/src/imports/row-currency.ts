import type { Problem } from '../result.ts'
import { isAnyKroner, isCurrencyHeader, parseCurrency } from './currencies.ts'
import { partTypes } from './kinds.ts'
import type { ColumnMapping, Target } from './mapping.ts'
import type { ColumnProfile } from './profile-columns.ts'

/**
 * The place of the column that names the currency of the row's amounts, where no column is one yet: by its header, or by
 * that of an amount before it (`Annual Revenue Currency`). Undefined where there is none, or its cells are no currencies.
 */
export function findRowCurrency(
  targets: readonly Target[],
  profiles: readonly ColumnProfile[],
  warnings: Problem[],
): number | undefined {
  const amounts = profiles.filter((_, index) => isAmount(targets[index])).map(({ header }) => header)
  if (amounts.length === 0 || targets.some(isCurrency)) return undefined
  const columns = profiles.flatMap((profile, index) =>
    profile.filled > 0 && isCurrencyHeader(profile.header, amounts) ? [{ ...profile, index }] : [],
  )
  const first = columns.find(namesCurrencies)
  const named = amounts.map((header) => `"${header}"`).join(', ')
  for (const { header } of columns.filter((column) => column !== first)) {
    const message = `"${header}" speaks of a currency and is not read as that of ${named}, which are read in ${first === undefined ? 'the one of their columns' : `that of "${first.header}"`}. Otherwise: --set COLUMN.currency=EUR`
    warnings.push({ path: [header], message })
  }
  return first?.index
}

function isAmount(target: Target | undefined): boolean {
  if (target?.kind === 'part') return partTypes[target.part] === 'amount'
  return target?.kind === 'attribute' && target.type === 'money'
}

function isCurrency(target: Target): boolean {
  return target.kind === 'part' && target.part === 'currency'
}

/** Whether a cell in the column of the currency says `kr`: the row is as one that names none. */
export function leavesCurrency({ target }: ColumnMapping, cell: string): boolean {
  return isCurrency(target) && isAnyKroner(cell)
}

/** A cell in fifty may be broken: its row is told of. */
function namesCurrencies({ counts, examples }: ColumnProfile): boolean {
  type Cells = readonly (readonly [cell: string, rows: number])[]
  const cells: Cells = counts.size > 0 ? [...counts] : examples.map((cell) => [cell, 1])
  const sum = (several: Cells) => several.reduce((rows, [, count]) => rows + count, 0)
  return (
    sum(cells.filter(([cell]) => isAnyKroner(cell) || parseCurrency(cell) !== undefined)) >= sum(cells) * 0.98
  )
}

/**
 * The reader of the currency that a row names, for a cell of it to be read in; undefined where the row names none.
 * @param rows in which the cell is looked for
 */
export function rowCurrencyOf(
  columns: readonly ColumnMapping[],
  rows: readonly (readonly string[])[],
): (cell: string, place: number) => string | undefined {
  const at = columns.findIndex(({ target }) => isCurrency(target))
  const corrections = columns[at]?.corrections
  return (cell, place) => {
    const named = at < 0 ? undefined : rows.find((cells) => cells[place]?.trim() === cell)?.[at]?.trim()
    return named === undefined ? undefined : parseCurrency(corrections?.[named] ?? named)
  }
}
