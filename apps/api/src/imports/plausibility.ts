import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { NoteBook } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'

const sampled = 1000
/** No trade turns over less than this per employee, in any Nordic currency. */
const least = 1000

/** Notices amounts that were written in thousands or millions: revenue too small for so many employees. */
export function plausibility(mapping: Mapping) {
  const perEmployee: number[] = []
  return {
    add({ attributes: { annualRevenue, employees } }: ImportedRow): void {
      if (perEmployee.length >= sampled || typeof employees !== 'number' || employees <= 0) return
      if (typeof annualRevenue === 'object' && 'amount' in annualRevenue)
        perEmployee.push(annualRevenue.amount / employees)
    },
    note(notes: NoteBook): void {
      const median = perEmployee.toSorted((a, b) => a - b)[Math.floor(perEmployee.length / 2)]
      if (median === undefined || median >= least) return
      const column =
        mapping.columns.find(({ target }) => target.kind === 'attribute' && target.key === 'annualRevenue')
          ?.column ?? ''
      const scale = median * 1000 >= least ? 1000 : 1_000_000
      notes.add(
        'smallRevenue',
        column,
        1,
        () =>
          `"${column}" looks like ${scale === 1000 ? 'thousands' : 'millions'}: half of the companies have less than ${median.toPrecision(2)} per employee. Kept as written. Otherwise: --set ${column}.scale=${scale}`,
      )
    },
  }
}
