import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { install } from './installed.ts'

const project = install(['widgets'], {
  'lit-html': 'node_modules/lit-html',
  '@types/trusted-types': 'node_modules/@types/trusted-types',
})
const browser = await launchBrowser()
afterAll(async () => {
  await browser.close()
  project.remove()
})
const installed = path.join(project.folder, 'node_modules/@profilkort/widgets')
const own = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))

/** Which elements are registered on a page after a module has run there, and how often that was asked for. */
async function registeredBy(text: string) {
  project.write('entry.js', text)
  const code = await project.bundle('entry.js')
  const page = await browser.newPage()
  const failed: string[] = []
  page.on('pageerror', ({ message }) => failed.push(message))
  page.on('console', (message) => failed.push(message.text()))
  await page.route('http://web-team.test/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: code }
        : {
            contentType: 'text/html',
            body: '<!doctype html><script type="module" src="/entry.js"></script>',
          },
    ),
  )
  await page.addInitScript(() => {
    const define = customElements.define.bind(customElements)
    const registered: string[] = []
    Object.assign(window, { registered })
    customElements.define = (name, ...rest) => {
      registered.push(name)
      define(name, ...rest)
    }
  })
  await page.goto('http://web-team.test/')
  const registered = await page.evaluate(() => (window as unknown as { registered: string[] }).registered)
  await page.close()
  expect(failed).toEqual([])
  return { registered, code }
}

test('an element’s class alone registers nothing', async () => {
  const { registered, code } = await registeredBy(
    "import { ProfileCard } from '@profilkort/widgets/profile-card.element'\nwindow.card = ProfileCard",
  )
  expect(registered).toEqual([])
  expect(code).toMatch(/\bclass ProfileCard\b|\bProfileCard = class\b/)
})

test('the module that registers does so once, however often it is imported', async () => {
  const { registered } = await registeredBy(
    "import '@profilkort/widgets/profile-card'\nimport '@profilkort/widgets/profile-card'\nawait import('@profilkort/widgets/profile-card')",
  )
  expect(registered).toEqual(['pk-profile-card'])
})

test('one element’s bundle has none of the others in it', async () => {
  const { code } = await registeredBy("import '@profilkort/widgets/profile-card'")
  expect(code).toMatch(/\bclass ProfileCard\b|\bProfileCard = class\b/)
  expect(code).not.toMatch(/\b(FitScore|Scorecard|Pareto|SegmentSize|Survey|ProfileList|PkContext)\b/)
  const unused =
    "import { ProfileCard } from '@profilkort/widgets/profile-card.element'\nwindow.loaded = true"
  expect((await registeredBy(unused)).code.length).toBeLessThan(100)
})

test('the package alone registers all', async () => {
  const { registered } = await registeredBy("import '@profilkort/widgets'")
  expect(registered).toHaveLength(8)
})

test('a server may import any of it', () => {
  const imports = Object.keys(own.exports)
    .filter((name) => !name.includes('*'))
    .map((name) => `await import(${JSON.stringify(name.replace('.', '@profilkort/widgets'))})`)
  execFileSync('node', ['--input-type=module', '-e', imports.join('\n')], { cwd: project.folder })
})

test('nothing private is in it, and nothing is missing from it', () => {
  const files = globSync('**/*.{js,ts,json}', { cwd: installed })
  for (const file of files)
    expect(readFileSync(path.join(installed, file), 'utf8'), file).not.toMatch(/@profilkort\/(?!widgets)/)
  expect(own.private).toBeUndefined()
  expect(Object.keys(own.dependencies)).toEqual(['lit-html'])
  const named = [own.customElements, own['web-types'], own.types, 'LICENSE', 'README.md', 'sizes.css']
  expect(globSync(named, { cwd: installed })).toHaveLength(named.length)
})

test('its types hold in a strict project that checks the types of its libraries, too', () => {
  project.write(
    'page.ts',
    `import '@profilkort/widgets/profile-card'
import '@profilkort/widgets/context'
import { configure } from '@profilkort/widgets/configure'
import { FitScore } from '@profilkort/widgets/fit-score.element'

configure({ api: 'https://profiles.example.com' })
const card = document.querySelector('pk-profile-card')
const profile: string | undefined = card?.profile
await card?.reload()
card?.addEventListener('pk-error', ({ detail }) => detail.code.toLowerCase())
document.createElement('pk-context').remove()
const score: string | undefined = new FitScore().customer
// @ts-expect-error -- it has no such property
card?.profiles
// @ts-expect-error -- a number is no slug
if (card) card.profile = 1
// @ts-expect-error -- this one is not registered here
document.querySelector('pk-pareto')?.reload()
export { profile, score }
`,
  )
  expect(project.compile()).toBe('')
})
