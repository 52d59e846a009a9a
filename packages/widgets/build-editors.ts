// Writes what editors complete and explain elements by: VS Code's custom data for HTML and CSS, and JetBrains' web-types.
import { writeFileSync } from 'node:fs'
import { type Described, type ElementDescription, readElements, valuesOf } from './manifest.ts'
import { version } from './src/define.ts'

const elements = readElements()
const lists = { attributes: 'Attributes', slots: 'Slots', events: 'Events', cssParts: 'Parts' } as const

write('vscode.html-custom-data.json', {
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: explain(element) },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: { kind: 'markdown', value: say(attribute) },
      // `v` is an attribute whose being there is all it says.
      ...(attribute.type?.text === 'boolean' ? { valueSet: 'v' } : {}),
      values: valuesOf(attribute).map((name) => ({ name })),
    })),
  })),
})

write('vscode.css-custom-data.json', {
  version: 1.1,
  properties: [
    ...new Map(
      elements.flatMap(({ cssProperties }) => cssProperties.map((property) => [property.name, property])),
    ).values(),
  ].map((property) => ({ name: property.name, description: { kind: 'markdown', value: say(property) } })),
})

write('web-types.json', {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: '@profilkort/widgets',
  version,
  'description-markup': 'markdown',
  'js-types-syntax': 'typescript',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: element.attributes.map((attribute) => ({
          ...named(attribute),
          value: {
            type: attribute.type?.text ?? 'string',
            ...(attribute.default === undefined ? {} : { default: attribute.default }),
          },
        })),
        slots: element.slots.map((slot) => named({ ...slot, name: slot.name || 'default' })),
        js: {
          events: element.events.map(named),
          properties: element.members
            .filter(({ kind }) => kind === 'field')
            .map((member) => ({ ...named(member), type: member.type?.text ?? 'unknown' })),
        },
        css: {
          parts: element.cssParts.map(named),
          properties: element.cssProperties.map(named),
        },
      })),
    },
  },
})

function named({ name, description, default: preset }: Described) {
  return {
    name,
    ...(description ? { description } : {}),
    ...(preset === undefined ? {} : { default: preset }),
  }
}

/** All of an element in one text, as VS Code has no places of their own for slots, events and parts. */
function explain(element: ElementDescription): string {
  const parts = Object.entries(lists).flatMap(([kind, title]) => {
    const items = element[kind as keyof typeof lists]
    const list = items.map((item) => `- \`${item.name || '(default)'}\`: ${say(item)}`)
    return items.length > 0 ? [`**${title}**`, list.join('\n')] : []
  })
  return [element.description, ...parts].join('\n\n')
}

function say({ description = '', default: preset }: Described): string {
  return preset === undefined ? description : `${description} Default: \`${preset}\`.`
}

function write(file: string, value: object): void {
  writeFileSync(`dist/${file}`, `${JSON.stringify(value, null, 2)}\n`)
}
