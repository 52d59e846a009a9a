// `npm run languages -w @profilkort/sites`: makes of the plugin's `.po` files what WordPress reads: `.mo` for PHP and
// `.json` for the editor's script.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const plugin = path.resolve(import.meta.dirname, '../../../integrations/wordpress/profilkort')
const folder = path.join(plugin, 'languages')
const editor = readFileSync(path.join(plugin, 'editor.js'), 'utf8')

for (const file of readdirSync(folder).filter((name) => name.endsWith('.po'))) {
  const name = path.join(folder, file.replace(/\.po$/, ''))
  const texts = readPo(readFileSync(path.join(folder, file), 'utf8'))
  writeFileSync(`${name}.mo`, toMo(texts))
  writeFileSync(`${name}-profilkort-card-editor-script.json`, toJson(texts, file))
}

/** By the English text, with its context before it as gettext has it. */
function readPo(text: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const entry of text.split(/\n{2,}/)) {
    const parts = new Map<string, string>()
    let part = ''
    for (const line of entry.split('\n')) {
      const [, keyword, quoted] = /^(?:(msgctxt|msgid|msgstr) )?(".*")$/.exec(line) ?? []
      if (quoted === undefined) continue
      part = keyword ?? part
      parts.set(part, (parts.get(part) ?? '') + (JSON.parse(quoted) as string))
    }
    const context = parts.get('msgctxt')
    const id = (context === undefined ? '' : `${context}\u0004`) + (parts.get('msgid') ?? '')
    if (parts.has('msgstr')) texts.set(id, parts.get('msgstr') ?? '')
  }
  return texts
}

/** GNU gettext's own form: a table of lengths and offsets, sorted, then the texts. */
function toMo(texts: ReadonlyMap<string, string>): Buffer {
  const sorted = [...texts].map(([id, text]) => [Buffer.from(id), Buffer.from(text)] as const)
  sorted.sort(([a], [b]) => Buffer.compare(a, b))
  const head = 28
  const table = Buffer.alloc(head + sorted.length * 16)
  const words = [0x950412de, 0, sorted.length, head, head + sorted.length * 8, 0, table.length]
  for (const [index, word] of words.entries()) table.writeUInt32LE(word, index * 4)
  const bodies: Buffer[] = []
  let offset = table.length
  for (const column of [0, 1] as const) {
    for (const [row, pair] of sorted.entries()) {
      const place = head + column * sorted.length * 8 + row * 8
      table.writeUInt32LE(pair[column].length, place)
      table.writeUInt32LE(offset, place + 4)
      bodies.push(pair[column], Buffer.from([0]))
      offset += pair[column].length + 1
    }
  }
  return Buffer.concat([table, ...bodies])
}

/** Only what the script says. */
function toJson(texts: ReadonlyMap<string, string>, file: string): string {
  const [, lang] = /-(\w+)\.po$/.exec(file) ?? []
  const said = [...texts].filter(([id]) => id !== '' && editor.includes(`__('${id}'`))
  const messages = {
    '': { domain: 'messages', lang, 'plural-forms': 'nplurals=2; plural=n != 1;' },
    ...Object.fromEntries(said.map(([id, text]) => [id, [text]])),
  }
  return `${JSON.stringify({ domain: 'messages', locale_data: { messages } }, null, 2)}\n`
}
