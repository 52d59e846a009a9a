/** Something a user should know of rows that were taken: how many, and where the first of them stand. */
export interface Note {
  readonly code: string
  readonly message: string
  readonly rows: number
  /** Line numbers of the first few; the header is line 1. */
  readonly lines: readonly number[]
}

/** A note as it is kept between two parts of a file. */
export interface KeptNote extends Note {
  /** What it is about. */
  readonly subject: string
}

const shownLines = 5
/** So many notes of one code are told apart; a column of a million different texts is one remark. */
const mostOfACode = 100

/** `1 row`, `2 rows`. */
export function count(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}

/**
 * Gathers what is noticed row by row, one note for each thing rather than for each row.
 * @param kept what was gathered before, to be gone on with
 */
export function noteBook(kept: readonly KeptNote[] = []) {
  const keyFor = (code: string, subject: string) => `${code} ${subject}`
  const notes = new Map(
    kept.map(({ code, subject, message, rows, lines }) => [
      subject === more ? code : keyFor(code, subject),
      { code, subject, message: (_rows: number) => message, rows, lines: [...lines] },
    ]),
  )
  const subjects = new Map<string, number>()
  for (const { code, subject } of kept) {
    if (subject !== more) subjects.set(code, (subjects.get(code) ?? 0) + 1)
  }
  const keyOf = (code: string, subject: string) => {
    const key = keyFor(code, subject)
    if (notes.has(key)) return key
    const known = subjects.get(code) ?? 0
    if (known >= mostOfACode) return undefined
    subjects.set(code, known + 1)
    return key
  }
  return {
    /** @param subject what the note is about, so that each is told apart */
    add(code: string, subject: string, line: number, message: (rows: number) => string): void {
      const key = keyOf(code, subject)
      const note = notes.get(key ?? code) ?? { code, subject: more, message, rows: 0, lines: [] }
      if (key !== undefined) note.subject = subject
      // The newest words count: those of a note that was kept are of as many rows as it had then.
      note.message = key === undefined ? moreOfIt : message
      note.rows++
      if (note.lines.length < shownLines) note.lines.push(line)
      notes.set(key ?? code, note)
    },
    list: (): readonly Note[] =>
      [...notes.values()].map(({ code, message, rows, lines }) => ({
        code,
        rows,
        lines: [...lines],
        message: message(rows),
      })),
    /** What there is to go on with later. */
    keep: (): readonly KeptNote[] =>
      [...notes.values()].map(({ code, subject, message, rows, lines }) => ({
        code,
        subject,
        rows,
        lines: [...lines],
        message: message(rows),
      })),
  }
}

/** The subject of what is not told apart any more. */
const more = '…'

function moreOfIt(rows: number): string {
  return `There is more of this kind (${count(rows)}).`
}

export type NoteBook = ReturnType<typeof noteBook>
