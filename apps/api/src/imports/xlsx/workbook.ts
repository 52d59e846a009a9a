import { type Archive, broken } from './archive.ts'
import { parseXml } from './parse-xml.ts'

export interface Sheet {
  readonly name: string
  /** The part that holds it. */
  readonly part: string
  readonly isHidden: boolean
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Whether days are counted from 1904, as on the first Macs. */
  readonly from1904: boolean
  /** By style: how its numbers are shown. */
  readonly shownAs: readonly ShownAs[]
}

/** The number of figures is that of codes, which are shown with so many at least: 105 as `0105` with four. */
export type ShownAs = 'number' | 'date' | 'percent' | { readonly figures: number }

/** What a workbook says of itself. */
export async function readWorkbookParts(archive: Archive): Promise<Workbook> {
  if (!archive.has('xl/workbook.xml')) throw broken()
  const targets = await readTargets(archive)
  const sheets: Sheet[] = []
  let from1904 = false
  await parseXml(archive.text('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
      const part = targets.get(id)
      const isHidden = (attributes.state ?? 'visible') !== 'visible'
      if (part !== undefined) sheets.push({ name: attributes.name ?? '', part, isHidden })
    },
  })
  return { sheets, from1904, shownAs: await readStyles(archive) }
}

/** The parts of worksheets by the ids that the workbook has for them; charts are left out. */
async function readTargets(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await parseXml(archive.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id: id = '', Target: target = '', Type: type = '' }) {
      if (name !== 'Relationship' || !type.endsWith('/worksheet')) return
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

async function readStyles(archive: Archive): Promise<readonly ShownAs[]> {
  const codes = new Map<number, string>()
  const styles: ShownAs[] = []
  let isCellStyle = false
  await parseXml(archive.text('xl/styles.xml'), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') isCellStyle = true
      if (name === 'xf' && isCellStyle) styles.push(shownAs(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return styles
}

/** Formats 14 to 22 and 45 to 47 are of days and times in every Excel, 27 to 36 and 50 to 58 in some. */
function shownAs(id: number, code: string | undefined): ShownAs {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    const isDate =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 48 && id !== 49)
    return isDate ? 'date' : 'number'
  }
  if (/^0{2,}$/.test(code)) return { figures: code.length }
  // Quoted texts, escaped letters, colours and languages are no part of what a number looks like.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[dmyhs]/i.test(bare.replaceAll(/general/gi, ''))) return 'date'
  return bare.includes('%') ? 'percent' : 'number'
}
