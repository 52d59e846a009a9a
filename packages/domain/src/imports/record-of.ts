/** A row as its source said it: header to cell, blank ones left out. */
export function recordOf(
  headers: readonly string[],
  cells: readonly string[],
): { readonly [header: string]: string } {
  // Own properties whatever they are called: a column may be `constructor` or `__proto__`.
  return Object.fromEntries(
    headers.flatMap((header, index) => {
      const cell = cells[index] ?? ''
      return cell === '' ? [] : [[header, cell] as const]
    }),
  )
}
