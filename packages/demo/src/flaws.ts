import { demoCsv } from './csv.ts'
import type { Demo } from './demo.ts'

/** A row that is not as it should be, by its line in the file (the header is line 1), and why. */
export interface Flaw {
  readonly line: number
  readonly why: string
}

export interface FlawedFile {
  readonly csv: string
  readonly flaws: readonly Flaw[]
}

interface Break extends Flaw {
  readonly change: (cells: readonly string[], lines: readonly string[]) => readonly string[]
}

/** The companies' file with rows that cannot be taken. */
export function flawedCompanies(demo: Demo): FlawedFile {
  return breakLines(demoCsv(demo)['companies.csv'], [
    { line: 5, why: 'too many cells', change: (cells) => [...cells, 'for mange celler'] },
    { line: 10, why: 'text in a number column', change: (cells) => cells.with(5, 'mange') },
    { line: 15, why: 'the same id as line 3', change: (cells, lines) => cells.with(0, firstCell(lines, 3)) },
  ])
}

/** The deals' file with rows that cannot be taken, and one of a company that nobody has told of. */
export function flawedDeals(demo: Demo): FlawedFile {
  return breakLines(demoCsv(demo)['deals.csv'], [
    {
      line: 5,
      why: 'unknown company',
      change: (cells) => cells.with(1, 'K-99999').with(2, 'Ukjent Bedrift AS'),
    },
    { line: 10, why: 'impossible date', change: (cells) => cells.with(7, '31.02.2025') },
    { line: 15, why: 'text in a number column', change: (cells) => cells.with(9, 'etter avtale') },
    { line: 20, why: 'the same id as line 3', change: (cells, lines) => cells.with(0, firstCell(lines, 3)) },
  ])
}

/** No cell of the demo has a line break or a semicolon in it. */
function breakLines(csv: string, breaks: readonly Break[]): FlawedFile {
  const lines = csv.split('\r\n')
  const changed = breaks.reduce((before, { line, change }) => {
    const cells = (before[line - 1] ?? '').split(';')
    return before.with(line - 1, change(cells, lines).join(';'))
  }, lines)
  return { csv: changed.join('\r\n'), flaws: breaks.map(({ line, why }) => ({ line, why })) }
}

function firstCell(lines: readonly string[], line: number): string {
  return lines[line - 1]?.split(';')[0] ?? ''
}
