/** Something a user should know of rows that were taken: how many, and where the first of them stand. */
export interface Note {
  readonly code: string
  readonly message: string
  readonly rows: number
  /** Line numbers of the first few; the header is line 1. */
  readonly lines: readonly number[]
}

const shownLines = 5
/** So many notes of one code are told apart; a column of a million different texts is one remark. */
const mostOfACode = 100

/** `1 row`, `2 rows`. */
export function count(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}

/** Gathers what is noticed row by row, one note for each thing rather than for each row. */
export function noteBook() {
  const notes = new Map<
    string,
    { code: string; message: (rows: number) => string; rows: number; lines: number[] }
  >()
  const subjects = new Map<string, number>()
  const keyOf = (code: string, subject: string) => {
    const key = `${code} ${subject}`
    if (notes.has(key)) return key
    const known = subjects.get(code) ?? 0
    subjects.set(code, known + 1)
    return known < mostOfACode ? key : undefined
  }
  return {
    /** @param subject what the note is about, so that each is told apart */
    add(code: string, subject: string, line: number, message: (rows: number) => string): void {
      const key = keyOf(code, subject) ?? code
      const note = notes.get(key) ?? {
        code,
        message: key === code ? (rows: number) => `There is more of this kind (${count(rows)}).` : message,
        rows: 0,
        lines: [],
      }
      note.rows++
      if (note.lines.length < shownLines) note.lines.push(line)
      notes.set(key, note)
    },
    list: (): readonly Note[] =>
      [...notes.values()].map(({ code, message, rows, lines }) => ({
        code,
        rows,
        lines,
        message: message(rows),
      })),
  }
}

export type NoteBook = ReturnType<typeof noteBook>
