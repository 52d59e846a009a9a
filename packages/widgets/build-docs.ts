// Writes docs/elements.md from the manifest.
import { readFileSync, writeFileSync } from 'node:fs'

interface Described {
  readonly name?: string
  readonly type?: { readonly text: string }
  readonly description?: string
}

interface Declared extends Described {
  readonly tagName?: string
  readonly attributes?: readonly Described[]
  readonly slots?: readonly Described[]
  readonly events?: readonly Described[]
  readonly cssParts?: readonly Described[]
  readonly cssProperties?: readonly Described[]
}

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Declared[] }[]
}

const columns = {
  attributes: 'Attributes',
  slots: 'Slots',
  events: 'Events',
  cssParts: 'Parts',
  cssProperties: 'Custom properties',
} as const

const pages = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter((declared) => declared.tagName !== undefined)
  .map((declared) => {
    const lists = Object.entries(columns).flatMap(([kind, title]) => {
      const rows = (declared[kind as keyof typeof columns] ?? []).filter(
        ({ name, description }) => name !== undefined && description,
      )
      if (rows.length === 0) return []
      return [
        `**${title}**\n`,
        ...rows.map(({ name, description }) => `- \`${name || '(default)'}\`: ${oneLine(description)}`),
        '',
      ]
    })
    return [`## ${declared.tagName}\n`, `${oneLine(declared.description)}\n`, ...lists].join('\n')
  })

const intro = `# The elements

Generated from the elements themselves by the build of \`packages/widgets\`; see [widgets.md](widgets.md) for how they are
used. All but \`pk-context\` also take \`api\`, \`key\`, \`token\`, \`heading-level\`, \`loading\` and \`paused\`, have a slot for each
state and \`footer\`, and emit \`pk-load\` and \`pk-error\`.
`
writeFileSync('../../docs/elements.md', `${[intro, ...pages].join('\n').trimEnd()}\n`)

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim()
}
