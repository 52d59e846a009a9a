// Writes `dist/docs`: a page per element with its examples live, for the API to serve.
import { cpSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { readElements } from './manifest.ts'
import { elementPages } from './pages/all-pages.ts'
import { elementHtml } from './pages/html.ts'

await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['module', 'browser'] },
  build: {
    lib: { entry: 'pages/live.ts', formats: ['iife'], name: 'live', fileName: () => 'live.js' },
    target: 'es2024',
    outDir: 'dist/docs',
  },
})
cpSync('pages/live.css', 'dist/docs/live.css')
const elements = readElements()
const tags = elements.map(({ tagName }) => tagName)
for (const element of elements) {
  const page = elementPages[element.tagName as keyof typeof elementPages]
  writeFileSync(`dist/docs/${element.tagName}.html`, elementHtml(element, page, tags))
}
