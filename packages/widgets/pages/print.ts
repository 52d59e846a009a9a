// `npm run docs`: writes docs/elements from the manifest and the examples. With `--check` it only tells whether what
// stands there is up to date.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readElements } from '../manifest.ts'
import { elementPages } from './all-pages.ts'
import { elementMarkdown, indexMarkdown } from './markdown.ts'

const folder = fileURLToPath(new URL('../../../docs/elements', import.meta.url))
const elements = readElements()
const pages = new Map<string, string>([['README.md', indexMarkdown(elements)]])
for (const element of elements) {
  const page = elementPages[element.tagName as keyof typeof elementPages]
  pages.set(`${element.tagName}.md`, elementMarkdown(element, page))
}
const left = globSync('*.md', { cwd: folder }).filter((file) => !pages.has(file))

if (process.argv.includes('--check')) {
  const stale = [...pages].filter(([file, text]) => read(file) !== text).map(([file]) => file)
  if (stale.length > 0 || left.length > 0) {
    process.stderr.write(
      `docs/elements is not up to date: ${[...stale, ...left].join(', ')}. Run \`npm run generate\`.\n`,
    )
    process.exit(1)
  }
} else {
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of pages) writeFileSync(path.join(folder, file), text)
  for (const file of left) rmSync(path.join(folder, file))
}

function read(file: string): string | undefined {
  const place = path.join(folder, file)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}
