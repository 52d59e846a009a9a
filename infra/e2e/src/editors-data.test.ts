import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readElements, valuesOf } from '@profilkort/widgets/manifest'
import { Ajv } from 'ajv'
import manifestSchema from 'custom-elements-manifest/schema.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { getCSSLanguageService, newCSSDataProvider } from 'vscode-css-languageservice'
import { getLanguageService, newHTMLDataProvider, TextDocument } from 'vscode-html-languageservice'
import { root } from './processes.ts'

const read = (file: string) =>
  JSON.parse(readFileSync(path.join(root, 'packages/widgets/dist/npm', file), 'utf8'))
const elements = readElements()
const attributes = elements.flatMap((element) =>
  element.attributes.map((attribute) => ({ element, attribute })),
)

test('the manifest is one, and says all of each element in words', () => {
  const manifest = read('custom-elements.json')
  const validate = new Ajv({ strict: false }).compile(manifestSchema)
  validate(manifest)
  expect(validate.errors).toBeNull()
  expect(elements).toHaveLength(8)
  for (const element of elements) {
    const { members, slots, events, cssParts, cssProperties } = element
    for (const item of [...element.attributes, ...slots, ...events, ...cssParts, ...cssProperties])
      expect(item.description, `${element.tagName} ${item.name}`).toMatch(/\S/)
    for (const { name, type } of [...element.attributes, ...events])
      expect(type?.text, `${element.tagName} ${name}`).toMatch(/\S/)
    for (const member of members) expect(member).not.toHaveProperty('privacy')
  }
})

test('the manifest names every attribute that an element looks at', async () => {
  for (const element of elements.filter(({ tagName }) => tagName !== 'pk-context')) {
    const name = element.tagName.replace('pk-', '')
    const file = path.join(root, `packages/widgets/dist/npm/${name}.element.js`)
    const { [element.name]: found } = await import(file)
    // Which `lang` is nearest is looked for on the element, too.
    const observed: readonly string[] = [...found.observedAttributes, 'lang']
    expect(element.attributes.map((attribute) => attribute.name).toSorted(), element.tagName).toEqual(
      observed.toSorted(),
    )
  }
})

const html = getLanguageService({
  customDataProviders: [newHTMLDataProvider('profilkort', read('vscode.html-custom-data.json'))],
})

/** What VS Code offers where `|` stands. */
function complete(text: string): readonly string[] {
  const at = text.indexOf('|')
  const document = TextDocument.create('page.html', 'html', 1, text.replace('|', ''))
  const { items } = html.doComplete(document, document.positionAt(at), html.parseHTMLDocument(document))
  return items.map(({ label }) => label)
}

test('VS Code completes every element, attribute and value, and explains them', () => {
  expect(complete('<|')).toEqual(expect.arrayContaining(elements.map(({ tagName }) => tagName)))
  for (const { element, attribute } of attributes) {
    const start = `<${element.tagName} `
    expect(complete(`${start}|></${element.tagName}>`)).toContain(attribute.name)
    const values = complete(`${start}${attribute.name}="|"></${element.tagName}>`)
    expect(values, attribute.name).toEqual(expect.arrayContaining([...valuesOf(attribute)]))
  }
  const document = TextDocument.create('page.html', 'html', 1, '<pk-scorecard></pk-scorecard>')
  const hover = html.doHover(document, { line: 0, character: 4 }, html.parseHTMLDocument(document))
  expect(JSON.stringify(hover)).toContain('`pk-answer`: An answer was kept')
})

test('VS Code completes the custom properties', () => {
  const css = getCSSLanguageService({
    customDataProviders: [newCSSDataProvider(read('vscode.css-custom-data.json'))],
  })
  const document = TextDocument.create('page.css', 'css', 1, 'pk-profile-card { --pk }')
  const { items } = css.doComplete(document, { line: 0, character: 22 }, css.parseStylesheet(document))
  const properties = elements.flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name))
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(properties))
})

/** The parts of JetBrains' schema (2.x) that are used here; anything else is a mistake. */
const named = (more: object = {}) => ({
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    default: { type: 'string' },
    ...more,
  },
})
const list = (items: object) => ({ type: 'array', items })
const object = (properties: object) => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
})
const webTypesShape = object({
  $schema: { type: 'string' },
  name: { const: '@profilkort/widgets' },
  version: { type: 'string' },
  'description-markup': { enum: ['markdown', 'html', 'none'] },
  'js-types-syntax': { const: 'typescript' },
  contributions: object({
    html: object({
      elements: list(
        named({
          attributes: list(
            named({
              value: {
                type: 'object',
                required: ['type'],
                additionalProperties: false,
                properties: { type: { type: 'string' }, default: { type: 'string' } },
              },
            }),
          ),
          slots: list(named()),
          js: object({ events: list(named()), properties: list(named({ type: { type: 'string' } })) }),
          css: object({ parts: list(named()), properties: list(named()) }),
        }),
      ),
    }),
  }),
})

test('JetBrains’ web-types have their shape, and every element, attribute and value', () => {
  const webTypes = read('web-types.json')
  const validate = new Ajv().compile(webTypesShape)
  validate(webTypes)
  expect(validate.errors).toBeNull()
  interface Named {
    readonly name: string
    readonly attributes: readonly { readonly name: string; readonly value: { readonly type: string } }[]
  }
  const told: readonly Named[] = webTypes.contributions.html.elements
  for (const { element, attribute } of attributes) {
    const found = told
      .find(({ name }) => name === element.tagName)
      ?.attributes.find(({ name }) => name === attribute.name)
    expect(found?.value.type, `${element.tagName} ${attribute.name}`).toBe(attribute.type?.text)
  }
})
