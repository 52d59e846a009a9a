import { strToU8, zipSync } from 'fflate'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as small as they come: sheets by name with their XML within `<worksheet>`, and the other parts as they are given. */
export function makeWorkbook(
  sheets: { readonly [name: string]: string },
  {
    strings = [],
    styles = '',
    properties = '',
    states = {},
  }: {
    readonly strings?: readonly string[]
    readonly styles?: string
    readonly properties?: string
    readonly states?: { readonly [name: string]: string }
  } = {},
): Uint8Array {
  const names = Object.keys(sheets)
  const list = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${states[name] ? `state="${states[name]}"` : ''} r:id="rId${at + 1}"/>`,
  )
  const targets = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const parts: { [name: string]: string } = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><workbookPr ${properties}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((each) => `<si>${each}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  }
  for (const [at, name] of names.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet>${sheets[name]}</worksheet>`
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
