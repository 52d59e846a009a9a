/** What became of the rows of one batch. */
export interface Counts {
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
}

export const noCounts: Counts = { inserted: 0, changed: 0, unchanged: 0 }

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    inserted: a.inserted + b.inserted,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
  }
}

/** @param written the rows that an upsert wrote, of as many as it was given */
export function countSaved(written: readonly { readonly is_new: boolean }[], given: number): Counts {
  const inserted = written.filter((row) => row.is_new).length
  return { inserted, changed: written.length - inserted, unchanged: given - written.length }
}
