// Writes `dist/npm`: the package that other people's pages are built with. Modules with class and registration apart,
// their types, and what editors read. Nothing private is left in it: what it needs of the domain is inside.
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { version } from './src/define.ts'
import { squeeze } from './vite.config.ts'

const out = 'dist/npm'
const elements = globSync('src/*/*.element.ts')
  .map((file) => path.basename(file, '.element.ts'))
  .toSorted()
/** What can be imported, by the module it is made of. */
const modules: { readonly [name: string]: string } = {
  all: 'src/all.ts',
  configure: 'src/configuration.ts',
  comparison: 'src/profile-card/comparison.ts',
  ...Object.fromEntries(
    elements.flatMap((name) => [
      [name, `src/${name}/${name}.ts`],
      [`${name}.element`, `src/${name}/${name}.element.ts`],
    ]),
  ),
}
const effective = ['all', 'comparison', ...elements]

rmSync(out, { recursive: true, force: true })
await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [squeeze()],
  build: {
    lib: { entry: { ...modules }, formats: ['es'] },
    outDir: out,
    target: 'es2024',
    minify: false,
    rolldownOptions: {
      external: /^lit-html/,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'shared/[name].js',
        // A server that renders pages may import an element; it has neither elements nor a registry of them.
        banner: ({ moduleIds }) =>
          moduleIds.some((id) => /define\.ts|remote-element\.ts|context\.element\.ts/.test(id))
            ? 'const { HTMLElement = class {}, customElements = { get() {}, define() {} } } = globalThis'
            : '',
      },
    },
  },
})
writeTypes()

const editors = ['web-types.json', 'vscode.html-custom-data.json', 'vscode.css-custom-data.json']
for (const file of ['sizes.css', 'looks', ...editors]) {
  cpSync(`dist/${file}`, `${out}/${file}`, { recursive: true })
}
writeFileSync(`${out}/custom-elements.json`, packagedManifest())
cpSync('npm/README.md', `${out}/README.md`)
cpSync('../../LICENSE', `${out}/LICENSE`)
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: { readonly [name: string]: string }
}
writeFileSync(
  `${out}/package.json`,
  `${JSON.stringify(
    {
      name: '@profilkort/widgets',
      version,
      description: 'Customer profiles as elements for any page',
      license: 'MIT',
      type: 'module',
      sideEffects: [...effective.map((name) => `./${name}.js`), '*.css'],
      exports: {
        '.': exported('all'),
        ...Object.fromEntries(Object.keys(modules).map((name) => [`./${name}`, exported(name)])),
        './*.css': './*.css',
        './*.json': './*.json',
      },
      types: './all.d.ts',
      customElements: 'custom-elements.json',
      'web-types': 'web-types.json',
      dependencies: { 'lit-html': `^${own.dependencies['lit-html']}` },
    },
    null,
    2,
  )}\n`,
)

function exported(name: string) {
  return { types: `./${name}.d.ts`, default: `./${name}.js` }
}

/** The manifest with the package's own modules, and which of them registers what. */
function packagedManifest(): string {
  const text = readFileSync('dist/custom-elements.json', 'utf8')
    .replace(/"\/?src\/element\/([\w-]+)\.ts"/g, '"shared/$1.js"')
    .replace(/"\/?src\/[\w-]+\/([\w-]+\.element)\.ts"/g, '"$1.js"')
  const manifest = JSON.parse(text) as {
    modules: { path: string; declarations: { name: string; tagName?: string }[]; exports: object[] }[]
  }
  const registrations = manifest.modules.flatMap(({ path: module, declarations }) =>
    declarations.flatMap(({ name, tagName }) =>
      tagName === undefined
        ? []
        : {
            kind: 'javascript-module',
            path: module.replace('.element', ''),
            declarations: [],
            exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module } }],
          },
    ),
  )
  return `${JSON.stringify({ ...manifest, modules: [...manifest.modules, ...registrations] }, null, 2)}\n`
}

/**
 * The types as the compiler writes them, with those of the domain beside them; and beside each module, where compilers
 * look that know nothing of `exports`.
 */
function writeTypes(): void {
  const { status } = spawnSync('tsc', ['-p', 'npm'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The types could not be written; the compiler says why above.')
  for (const file of globSync(`${out}/types/widgets/**/*.d.ts`)) {
    const domain = path.relative(path.dirname(file), `${out}/types/domain/src`)
    const text = readFileSync(file, 'utf8')
      .replace(/'@profilkort\/domain\/([^']+)'/g, `'${domain}/$1.js'`)
      .replace(/(?<=['"]\.[^'"]+)\.ts(?=['"])/g, '.js')
    writeFileSync(file, text)
  }
  for (const [name, source] of Object.entries(modules)) {
    const types = `'./${source.replace(/^src/, 'types/widgets/src').replace(/\.ts$/, '.js')}'`
    const text = effective.includes(name) ? `import ${types}\n` : `export * from ${types}\n`
    writeFileSync(`${out}/${name}.d.ts`, text)
  }
}
