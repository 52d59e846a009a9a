import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const headers = [
  'id',
  'name',
  'organisationNumber',
  'website',
  'industry',
  'employees',
  'annualRevenue',
  'country',
  'municipality',
  'postalCode',
  'city',
  'yearFounded',
] as const

const industries = ['retail', 'construction', 'accounting', 'energy', 'health'] as const
const syllables = ['nor', 'fjell', 'vik', 'sol', 'hav', 'berg', 'lund', 'skog', 'elv', 'stein', 'vest', 'øst']
const batch = 5000

/** Writes a CSV of made-up companies; the same of the same numbers. @param round makes others of them */
export async function writeCompanies(file: string, rows: number, round: number): Promise<void> {
  await pipeline(Readable.from(lines(rows, round)), createWriteStream(file))
}

function* lines(rows: number, round: number): Generator<string> {
  const number = organisationNumbers(round)
  let text = `${headers.join(',')}\n`
  for (let row = 0; row < rows; row++) {
    const mixed = Math.imul(row + 1, 2_654_435_761) >>> 0
    const pick = <Item>(list: readonly Item[], shift: number) => list[(mixed >>> shift) % list.length]
    const name = `${pick(syllables, 0)}${pick(syllables, 4)}${pick(syllables, 9)}`
    const postal = String((mixed >>> 3) % 10_000).padStart(4, '0')
    text += `C${round}${String(row).padStart(8, '0')},${name} ${row} AS,${number()},https://www.${name.replaceAll('ø', 'o')}${round}${row}.no,${pick(
      industries,
      7,
    )},${mixed % 500},${mixed % 100_000_000},Norge,${name}${mixed % 350},${postal},${name}sund,${1900 + (mixed % 120)}\n`
    if (row % batch !== batch - 1) continue
    yield text
    text = ''
  }
  yield text
}

/** Norwegian numbers with their check digit, none twice. */
function organisationNumbers(round: number): () => string {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  let next = round === 0 ? 80_000_000 : 90_000_000
  return () => {
    for (;;) {
      const digits = String(next++)
      const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
      const check = (11 - (sum % 11)) % 11
      if (check < 10) return `${digits}${check}`
    }
  }
}
