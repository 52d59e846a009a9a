/** Something a user should know of rows that were taken: how many, and where the first of them stand. */
export interface Note {
  readonly code: string
  readonly message: string
  readonly rows: number
  /** Line numbers of the first few; the header is line 1. */
  readonly lines: readonly number[]
}

const shownLines = 5

/** Gathers what is noticed row by row, one note for each thing rather than for each row. */
export function noteBook() {
  const notes = new Map<
    string,
    { code: string; message: (rows: number) => string; rows: number; lines: number[] }
  >()
  return {
    /** @param subject what the note is about, so that each is told apart */
    add(code: string, subject: string, line: number, message: (rows: number) => string): void {
      const key = `${code} ${subject}`
      const note = notes.get(key) ?? { code, message, rows: 0, lines: [] }
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
