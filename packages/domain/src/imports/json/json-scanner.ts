import { CsvBroken } from '../csv/csv-scanner.ts'

/** The text of one object and the line it begins on. */
export interface JsonText {
  readonly text: string
  readonly line: number
}

const longest = 1024 * 1024

/** Tells chunks of text apart into lines, of which each holds an object. Throws `CsvBroken`. */
export function lineScanner() {
  let rest = ''
  let line = 0
  const scan = (text: string): readonly JsonText[] => {
    const lines = text.split(/\r\n|[\n\r]/)
    rest = lines.pop() ?? ''
    if (rest.length > longest) throw new CsvBroken('RECORD_TOO_LONG', line + 1)
    return lines.flatMap((each) => {
      line++
      return each.trim() === '' ? [] : [{ text: each, line }]
    })
  }
  return {
    push(text: string): readonly JsonText[] {
      const all = rest + text
      // A CR at the end of the chunk may be half of a CRLF.
      const held = all.endsWith('\r') ? '\r' : ''
      const found = scan(all.slice(0, all.length - held.length))
      rest += held
      return found
    },
    end: (): readonly JsonText[] => scan(`${rest}\n`),
  }
}

/** Tells chunks of a list apart into the objects in it, by their braces. Throws `CsvBroken`. */
export function listScanner() {
  let [held, depth, line, begunOn] = ['', 0, 1, 1]
  let [isText, isEscaped] = [false, false]
  const push = (text: string): readonly JsonText[] => {
    const found: JsonText[] = []
    let start = depth > 0 ? 0 : -1
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]
      if (sign === '\n') line++
      if (isText) {
        if (isEscaped) isEscaped = false
        else if (sign === '\\') isEscaped = true
        else if (sign === '"') isText = false
      } else if (sign === '"') isText = true
      else if (sign === '{') {
        if (depth === 0) {
          begunOn = line
          start = at
        }
        depth++
      } else if (sign === '}' && depth > 0) {
        depth--
        if (depth === 0) {
          found.push({ text: held + text.slice(start, at + 1), line: begunOn })
          held = ''
          start = -1
        }
      }
    }
    if (start >= 0) held += text.slice(start)
    if (held.length > longest) throw new CsvBroken('RECORD_TOO_LONG', begunOn)
    return found
  }
  return {
    push,
    end(): readonly JsonText[] {
      return held === '' ? [] : [{ text: held, line: begunOn }]
    },
  }
}
