import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readContent } from '../testing/read-content.ts'
import { makeWorkbook } from '../testing/workbook.ts'

test('a workbook as another program writes it', async () => {
  const header = ['Company name', 'Founded', 'Revenue', 'Active'].map((value) => ({
    value,
    fontWeight: 'bold' as const,
  }))
  const rows = [
    [
      { value: 'Blåbær & Sønn' },
      { type: Date, value: new Date(Date.UTC(1998, 4, 17)), format: 'dd.mm.yyyy' },
      { value: 1234.5 },
      { value: true },
    ],
    [
      { value: 'Øst <AS>' },
      { type: Date, value: new Date(Date.UTC(2020, 0, 1)), format: 'dd.mm.yyyy' },
      { value: 0.1 },
      { value: false },
    ],
  ]
  const bytes = await writeWorkbook([header, ...rows]).toBuffer()
  const read = await readContent(bytes)
  expect(read.looked.headers).toEqual(['Company name', 'Founded', 'Revenue', 'Active'])
  expect(read.rows).toEqual([
    ['Blåbær & Sønn', '1998-05-17', '1234.5', 'true'],
    ['Øst <AS>', '2020-01-01', '0.1', 'false'],
  ])
  expect([...read.looked.typedNumbers]).toEqual(['Revenue'])
})

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-414]d. mmmm yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs>'

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

test('numbers are days, times, parts of a hundred or numbers by how they are shown', async () => {
  const header = ['name', 'a', 'b', 'c', 'd', 'e', 'f'].map(inline).join('')
  const cells =
    '<c s="1"><v>42736</v></c><c s="2"><v>42736.5</v></c><c s="3"><v>42736</v></c><c s="4"><v>2.5</v></c><c s="5"><v>0.125</v></c><c s="6"><v>0.75</v></c>'
  const sheet = `<sheetData><row>${header}</row><row>${inline('Nord')}${cells}</row></sheetData>`
  const expected = ['Nord', '2017-01-01', '2017-01-01T12:00:00', '2017-01-01', '2.5', '12.5%', '18:00:00']
  expect((await readContent(makeWorkbook({ One: sheet }, { styles }))).rows).toEqual([expected])
  const from1904 = await readContent(makeWorkbook({ One: sheet }, { styles, properties: 'date1904="1"' }))
  expect(from1904.rows[0]?.[1]).toBe('2021-01-02')
})

test('codes have the zeros that they are shown with', async () => {
  const padded =
    '<numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="0.00"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
  const codes = [105, 5003, 12345, 1.5, -7].map(
    (code) => `<row>${inline('Nord')}<c s="1"><v>${code}</v></c><c s="2"><v>${code}</v></c></row>`,
  )
  const sheet = `<sheetData><row>${['name', 'postnr', 'size'].map(inline).join('')}</row>${codes.join('')}</sheetData>`
  const { rows, looked } = await readContent(makeWorkbook({ One: sheet }, { styles: padded }))
  expect(rows.map(([, code]) => code)).toEqual(['0105', '5003', '12345', '1.5', '-7'])
  expect(rows.map(([, , size]) => size)).toEqual(['105', '5003', '12345', '1.5', '-7'])
  expect([...looked.typedNumbers]).toEqual(['size'])
})

test('one word in a column of numbers leaves them numbers with a point', async () => {
  const numbers = Array.from(
    { length: 50 },
    (_, at) => `<row>${inline(`C${at}`)}<c><v>${at}.125</v></c></row>`,
  )
  const sheet = `<sheetData><row>${inline('name')}${inline('revenue')}</row>${numbers.join('')}<row>${inline('D')}${inline('unknown')}</row></sheetData>`
  expect([...(await readContent(makeWorkbook({ One: sheet }))).looked.typedNumbers]).toEqual(['revenue'])
})

test('texts, formulas and what they come to', async () => {
  const strings = [
    '<t>name</t>',
    '<r><t>Bl</t></r><r><t xml:space="preserve">å </t></r><rPh><t>x</t></rPh>',
    '<t>a_x000A_b</t>',
  ]
  const rows = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>"n"&amp;"ote"</f><v>note</v></c><c r="D1" t="inlineStr"><is><t>size</t></is></c></row>',
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="D3"><f>SUM(D4:D5)</f><v>0.30000000000000004</v></c></row>',
    '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="b"><v>1</v></c><c r="D4"><v>1.2E-5</v></c></row>',
    '<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="e"><v>#N/A</v></c></row>',
    '<row r="6"><c r="A6" t="s"><v>0</v></c><c r="B6" t="e"><v>#REF!</v></c></row>',
  ]
  const {
    looked,
    rows: read,
    lines,
    problems,
  } = await readContent(makeWorkbook({ One: `<sheetData>${rows.join('')}</sheetData>` }, { strings }))
  expect(looked.headers).toEqual(['name', 'note', 'column 3', 'size'])
  expect(read.slice(0, 3)).toEqual([
    ['Blå ', '', '', '0.3'],
    ['a\nb', 'true', '', '0.000012'],
    ['name', '', '', ''],
  ])
  expect(lines).toEqual([3, 4, 5, 6])
  expect(problems).toEqual(['6 a formula of the row ended in #REF!; mend it in the workbook'])
})

test('titles above the header are passed over, and a cell merged down is that of each of its rows', async () => {
  const sheet =
    `<sheetData><row r="1">${inline('All customers')}</row><row r="3">${inline('Company')}${inline('Contact')}${inline('City')}</row>` +
    `<row r="4">${inline('Nord')}${inline('Kari')}${inline('Oslo')}</row><row r="5"><c r="B5" t="inlineStr"><is><t>Ola</t></is></c></row>` +
    `<row r="6">${inline('Sør')}${inline('Eva')}</row></sheetData><mergeCells><mergeCell ref="A4:A5"/><mergeCell ref="A1:C1"/></mergeCells>`
  const { looked, rows } = await readContent(makeWorkbook({ One: sheet }))
  expect(looked.headers).toEqual(['Company', 'Contact', 'City'])
  expect(rows).toEqual([
    ['Nord', 'Kari', 'Oslo'],
    ['Nord', 'Ola', ''],
    ['Sør', 'Eva', ''],
  ])
})

describe('sheets', () => {
  const sheet = (name: string) =>
    `<sheetData><row>${inline('name')}</row><row>${inline(name)}</row></sheetData>`
  const sheets = { Empty: '<sheetData/>', Secret: sheet('s'), First: sheet('f'), Second: sheet('x') }
  const bytes = makeWorkbook(sheets, { states: { Secret: 'hidden' } })

  test('the first that is shown and has something in it is read', async () => {
    const { recognised, rows } = await readContent(bytes)
    expect(recognised).toMatchObject({ sheet: 'First', sheets: ['Empty', 'First', 'Second'] })
    expect(rows).toEqual([['f']])
  })

  test.each([
    ['Second', 'x'],
    ['2', 's'],
    ['4', 'x'],
  ])('%s is read where it is asked for', async (wanted, name) => {
    expect((await readContent(bytes, wanted)).rows).toEqual([[name]])
  })

  test('one that is not there is refused with those that are', async () => {
    await expect(readContent(bytes, 'Third')).rejects.toMatchObject({
      code: 'NO_SHEET',
      message: 'The workbook has no sheet "Third". It has: Empty, Secret, First, Second.',
    })
  })
})

describe('what cannot be read is refused with what to do', () => {
  const good = makeWorkbook({ One: `<sheetData><row>${inline('name')}</row></sheetData>` })
  const bomb = { 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) }
  test.each<[what: string, bytes: Uint8Array, code: string, message: RegExp]>([
    ['cut off', good.subarray(0, good.length - 40), 'BROKEN_WORKBOOK', /save it again/],
    ['broken XML', makeWorkbook({ One: '<sheetData><row></sheetData>' }), 'BROKEN_WORKBOOK', /save it again/],
    ['another zip file', zipSync({ 'a.txt': strToU8('x') }), 'NOT_CSV', /zip file and no Excel workbook/],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'NOT_CSV', /\.xlsb/],
    ['a zip bomb', zipSync(bomb, { level: 9 }), 'WORKBOOK_TOO_LARGE', /as CSV/],
    ['nothing in it', makeWorkbook({ One: '<sheetData/>' }), 'EMPTY', /no sheet with anything/],
    [
      'a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.alloc(100),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'LOCKED_WORKBOOK',
      /without one/,
    ],
    [
      'entities of its own',
      makeWorkbook({
        One: '<!DOCTYPE x [<!ENTITY a "aaaa">]><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData>',
      }),
      'BROKEN_WORKBOOK',
      /save it again/,
    ],
  ])('%s', async (_, bytes, code, message) => {
    await expect(readContent(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})
