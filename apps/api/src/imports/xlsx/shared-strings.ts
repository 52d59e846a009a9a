import { ImportRefused } from '../problem.ts'
import type { Archive } from './archive.ts'
import { parseXml } from './parse-xml.ts'

/** All different texts of a workbook have to be held; together so many characters at most. */
const mostCharacters = 40_000_000

/** The texts that cells of a workbook point at. */
export async function readSharedStrings(archive: Archive): Promise<readonly string[]> {
  const strings: string[] = []
  let [current, total, isText, phonetic] = ['', 0, false, 0]
  await parseXml(archive.text('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic++
      isText = name === 't' && phonetic === 0
    },
    text(text) {
      if (isText) current += text
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') phonetic--
      if (name !== 'si') return
      total += current.length
      if (total > mostCharacters) throw tooMuchText()
      strings.push(unescapeText(current))
    },
  })
  return strings
}

/** Signs that XML cannot hold are written `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function tooMuchText(): ImportRefused {
  return new ImportRefused(
    'WORKBOOK_TOO_LARGE',
    'The Excel workbook has more text than can be held at a time. Save the sheet as CSV (UTF-8) and import that.',
  )
}
