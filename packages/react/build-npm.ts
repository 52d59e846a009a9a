// Writes `dist/npm`: a component for each element of the widgets' manifest, with its types.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { version } from '@profilkort/widgets/define'
import { type Attribute, type ElementDescription, readElements, valuesOf } from '@profilkort/widgets/manifest'

const out = 'dist/npm'
const elements = readElements()
/** What elements are taught by modules of their own. */
const parts: { readonly [tag: string]: readonly string[] } = { 'pk-profile-card': ['comparison'] }

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const { status } = spawnSync('tsc', ['-p', 'npm'], { stdio: 'inherit' })
if (status !== 0) throw new Error('`wrap` could not be compiled; the compiler says why above.')
for (const element of elements) {
  writeFileSync(`${out}/${fileOf(element)}.js`, writeComponent(element))
  writeFileSync(`${out}/${fileOf(element)}.d.ts`, writeTypes(element))
}
const index = elements.map((element) => `export { ${element.name} } from './${fileOf(element)}.js'\n`)
writeFileSync(`${out}/index.js`, index.join(''))
writeFileSync(
  `${out}/index.d.ts`,
  index.map((line) => line.replace(/\{ (\w+) \}/, '{ $1, type $1Props }')).join(''),
)
cpSync('npm/README.md', `${out}/README.md`)
cpSync('../../LICENSE', `${out}/LICENSE`)
writeFileSync(
  `${out}/package.json`,
  `${JSON.stringify(
    {
      name: '@profilkort/react',
      version,
      description: 'React components of the elements of Profilkort',
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      exports: {
        '.': exported('index'),
        ...Object.fromEntries(elements.map(fileOf).map((name) => [`./${name}`, exported(name)])),
        './package.json': './package.json',
      },
      types: './index.d.ts',
      dependencies: { '@profilkort/widgets': version },
      peerDependencies: { react: '>=18', '@types/react': '>=18' },
      peerDependenciesMeta: { '@types/react': { optional: true } },
    },
    null,
    2,
  )}\n`,
)

function exported(name: string) {
  return { types: `./${name}.d.ts`, default: `./${name}.js` }
}

function fileOf({ tagName }: ElementDescription): string {
  return tagName.replace('pk-', '')
}

function writeComponent(element: ElementDescription): string {
  const attributes = Object.fromEntries(
    element.attributes.map((attribute) => [propOf(attribute), attribute.name]),
  )
  const events = Object.fromEntries(element.events.map(({ name }) => [handlerOf(name), name]))
  const names = [element.name, element.tagName, attributes, events].map((value) => JSON.stringify(value))
  const modules = [fileOf(element), ...(parts[element.tagName] ?? [])]
  const imports = modules.map((module) => `import '@profilkort/widgets/${module}'\n`)
  return `'use client'
${imports.join('')}import { wrap } from './wrap.js'

export const ${element.name} = /* @__PURE__ */ wrap(${names.join(', ')})
`
}

function writeTypes(element: ElementDescription): string {
  const { name, attributes, events } = element
  const props = [
    ...attributes.map(
      (attribute) =>
        `  /** ${attribute.description}${attribute.default === undefined ? '' : ` Default: \`${attribute.default}\`.`} */
  readonly ${propOf(attribute)}?: ${typeOf(attribute)} | undefined\n`,
    ),
    ...events.map(
      (event) => `  /** ${event.description} */
  readonly ${handlerOf(event.name)}?: ((event: HTMLElementEventMap['${event.name}']) => void) | undefined\n`,
    ),
  ]
  return `import type { ${name} as Element } from '@profilkort/widgets/${fileOf(element)}.element'
import '@profilkort/widgets/${fileOf(element)}'
import type { Wrapper } from './wrap.js'

export interface ${name}Props {
${props.join('')}}

/** ${element.description} */
export declare const ${name}: Wrapper<Element, ${name}Props>
`
}

/** `headingLevel` of `heading-level`; `key` belongs to React. */
function propOf({ name, fieldName = name }: Attribute): string {
  return name === 'key' ? 'publishableKey' : fieldName
}

/** `onPkLoad` of `pk-load`. */
function handlerOf(event: string): string {
  return `on${event.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}`
}

function typeOf(attribute: Attribute): string {
  if (valuesOf(attribute).length > 0) return attribute.type?.text ?? 'string'
  return ['boolean', 'number'].find((type) => type === attribute.type?.text) ?? 'string'
}
