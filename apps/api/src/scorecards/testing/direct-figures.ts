// Counts worked out straight from files, line by line, with nothing of the product in it: what its own are held against.

/** The rows of a file whose cells have no quotes. */
export function rowsOf(text: string, delimiter: string): readonly { readonly [column: string]: string }[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  const columns = header.split(delimiter)
  return lines.map((line) => {
    const cells = line.split(delimiter)
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** The points that a row has by each criterion; undefined where it is not known. */
export type Judged = readonly (0 | 1 | 2 | undefined)[]

/** What a scorecard comes to over rows. */
export function directFigures(
  rows: readonly { readonly points: Judged; readonly isOut: boolean }[],
  weights: readonly number[],
  {
    threshold,
    floor,
    bands,
  }: { threshold: number; floor: number; bands: readonly (readonly [string, number])[] },
) {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const count = { yes: 0, no: 0, undecided: 0, disqualified: 0, insufficientData: 0, scored: 0 }
  const byBand: { [key: string]: number } = Object.fromEntries(bands.map(([key]) => [key, 0]))
  for (const { points, isOut } of rows) {
    let [low, high, known] = [0, 0, 0]
    for (const [index, each] of points.entries()) {
      const weight = weights[index] ?? 0
      low += weight * (each ?? 0)
      high += weight * (each ?? 2)
      if (each !== undefined) known += weight
    }
    if (isOut) {
      count.disqualified++
      continue
    }
    count[low >= threshold ? 'yes' : high < threshold ? 'no' : 'undecided']++
    if (known / all < floor) {
      count.insufficientData++
      continue
    }
    count.scored++
    const [band] = bands.findLast(([, from]) => (100 * low) / (2 * all) >= from) ?? []
    if (band !== undefined) byBand[band] = (byBand[band] ?? 0) + 1
  }
  return { count, byBand }
}
