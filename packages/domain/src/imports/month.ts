/** The first day of a month written as `2026-11`, `2026/11`, `202611`, `11.2026` or `11/2026`. */
export function parseMonth(text: string): string | undefined {
  const [, year, month] = /^(\d{4})[-/.]?(\d{2})$/.exec(text) ?? []
  const [, otherMonth = month, otherYear = year] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  if (otherYear === undefined || otherMonth === undefined) return undefined
  const number = Number(otherMonth)
  return number >= 1 && number <= 12 ? `${otherYear}-${String(number).padStart(2, '0')}-01` : undefined
}
