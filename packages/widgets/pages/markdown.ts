import type { Attribute, Described, ElementDescription } from '../manifest.ts'
import type { ElementPage } from '../src/element/element-page.ts'
import { heights } from '../src/element/size-contract.ts'

/** The page of an element as it stands in `docs/elements`. */
export function elementMarkdown(element: ElementDescription, page: ElementPage): string {
  const { tagName, description, attributes, slots, events, cssParts, cssProperties } = element
  return [
    `# ${tagName}`,
    description,
    `Live, with what each example tells: \`/widgets/docs/${tagName}\` of your server. In React: \`${element.name}\`. All
elements: [README.md](README.md); how they are put in a page: [widgets.md](../widgets.md).`,
    '## Examples',
    ...page.examples.flatMap(({ title, says, html }) => [
      `### ${title}`,
      says,
      `\`\`\`html\n${html}\n\`\`\``,
    ]),
    ...table('Attributes', ['attribute', 'type', 'default', ''], attributes.map(attributeRow)),
    ...table('Slots', ['slot', ''], slots.map(row)),
    ...table(
      'Events',
      ['event', '`detail`', ''],
      events.map((event) => [code(event.name), '`{ code, message }`', event.description ?? '']),
    ),
    ...table('Parts', ['part', ''], cssParts.map(row)),
    ...table(
      'Custom properties',
      ['property', 'default', ''],
      cssProperties.map((one) => [code(one.name), code(one.default ?? ''), one.description ?? '']),
    ),
    ...sizes(tagName),
    '## Accessibility and keyboard',
    page.accessibility.map((line) => `- ${line}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
}

/** What `docs/elements` opens with. */
export function indexMarkdown(elements: readonly ElementDescription[]): string {
  const rows = elements.map(({ tagName, description }) => [`[${tagName}](${tagName}.md)`, description])
  return [
    '# The elements',
    `Generated from the elements themselves by \`npm run generate\`; see [widgets.md](../widgets.md) for how they are used. The
examples are shown live at \`/widgets/docs\` of your server, with sample data, and each is run by a test.`,
    ...table(undefined, ['element', ''], rows),
  ]
    .join('\n\n')
    .concat('\n')
}

function attributeRow(attribute: Attribute): readonly string[] {
  const { name, fieldName, type, description = '', default: preset = '' } = attribute
  const property = fieldName === undefined || fieldName === name ? '' : ` Property: \`${fieldName}\`.`
  return [code(name), code(type?.text ?? ''), code(preset), description + property]
}

function row({ name, description = '' }: Described): readonly string[] {
  return [name === '' ? '(default)' : code(name), description]
}

function sizes(tagName: string): readonly string[] {
  const own = Object.entries(heights).filter(([selector]) => selector.split('[')[0] === tagName)
  if (own.length === 0) return []
  return [
    '## Size',
    `It is as wide as its place, from 200 px. With \`sizes.css\` on the page its height is fixed before, while and after it
loads: ${own.map(([selector, height]) => `${height}rem for \`${selector}\``).join(', ')}. \`--pk-height\` sets another, \`--pk-height: auto\` lets it grow.`,
  ]
}

function table(
  title: string | undefined,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |')
  const lines = [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
  return title === undefined ? [lines] : [`## ${title}`, lines]
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``
}
