import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { readElements } from '@profilkort/widgets/manifest'
import { answerTo } from '@profilkort/widgets/testing/answers'
import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { install } from './installed.ts'
import { root } from './processes.ts'

const versions = [
  ['19', 'node_modules'],
  ['18', 'infra/react-18/node_modules'],
] as const

/** A web team's application: what it is told to show is on the window, and what it hears as well. */
const application = `
import { StrictMode, useState } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { ProfileCard } from '@profilkort/react'
import { configure } from '@profilkort/widgets/configure'
import { Page } from './page.js'

configure({ api: location.origin, key: 'profilkort_publishable_react' })
declare global { interface Window { heard: string[]; show: (props: object | null) => void } }
window.heard = []
const hear = (name: string) => ({ type, detail }: CustomEvent<{ code: string }>) =>
  window.heard.push([name, type, detail.code].join(' '))

function Application() {
  const [props, show] = useState<object | null>({ profile: 'regnskapsforere-i-vekst', name: 'first' })
  window.show = show
  const { name = 'later', ...rest } = (props ?? {}) as { name?: string }
  return props && (
    <ProfileCard loading="eager" className="wide" {...rest} onPkLoad={hear(name)} onPkError={hear(name)}>
      <p slot="empty">Coming soon</p>
    </ProfileCard>
  )
}

const root = document.querySelector('#root') as HTMLElement
if (location.pathname === '/hydrated') hydrateRoot(root, <Page />)
else createRoot(root).render(<StrictMode><Application /></StrictMode>)
`

/** What is also rendered on a server: without JSX, as Node runs it. */
const page = `
import { createElement as h } from 'react'
import { PkContext, ProfileCard } from '@profilkort/react'

export const Page = () =>
  h(PkContext, { locale: 'en', publishableKey: 'profilkort_publishable_context' },
    h(ProfileCard, { profile: 'regnskapsforere-i-vekst', compact: true, headingLevel: 3, loading: 'eager', lang: 'sv' }))
`

const server = `
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { Page } from './page.js'
console.log(renderToString(createElement(Page)))
`

const browser = await launchBrowser()
afterAll(() => browser.close())

describe.each(versions)('React %s', async (_version, modules) => {
  const project = install(['widgets', 'react'], {
    'lit-html': 'node_modules/lit-html',
    '@types/trusted-types': 'node_modules/@types/trusted-types',
    '@types/react': 'node_modules/@types/react',
    '@types/react-dom': 'node_modules/@types/react-dom',
    react: `${modules}/react`,
    'react-dom': `${modules}/react-dom`,
  })
  project.write('application.tsx', application)
  project.write('page.js', page)
  project.write('server.js', server)
  const code = await project.bundle('application.tsx')
  const rendered = execFileSync('node', ['server.js'], { cwd: project.folder, encoding: 'utf8' }).trim()
  const asked: string[] = []
  const abandoned: string[] = []
  const api = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    if (pathname === '/v1/widgets') {
      const { url = '' } = request
      asked.push(url)
      response.on('close', () => response.writableFinished || abandoned.push(url))
      const { status, body } = await answerTo(searchParams, request.headers.authorization, new Map())
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    } else if (pathname === '/application.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code)
    } else {
      const content = pathname === '/hydrated' ? rendered : ''
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="nb"><body><div id="root">${content}</div><script type="module" src="/application.js"></script>`,
        )
    }
  }).listen(0, '127.0.0.1')
  await once(api, 'listening')
  const origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  afterAll(() => {
    api.close()
    project.remove()
  })

  /** The page, and what its console complained of. */
  async function open(path: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(origin + path)
    return { page, complaints }
  }
  const heard = (page: Page) => page.evaluate(() => window.heard)

  test('a card is shown in strict mode, asked for once, and its props change live', async () => {
    const { page, complaints } = await open('/')
    const card = page.locator('pk-profile-card.wide')
    await card.getByText('Regnskapskontorer i vekst').waitFor()
    expect(await heard(page)).toEqual(['first pk-load LOADED'])
    expect(asked.filter((url) => url.includes('publishable_react'))).toHaveLength(1)
    await page.evaluate(() =>
      window.show({ profile: 'sesongserveringssteder', headingLevel: 4, compact: true }),
    )
    await card.getByText('Sesongserveringssteder').waitFor()
    expect(await card.getByRole('heading', { level: 4 }).count()).toBe(1)
    expect(await card.getAttribute('compact')).toBe('')
    await page.evaluate(() =>
      window.show({ profile: 'sesongserveringssteder', compact: false, hidden: false }),
    )
    await card.locator('[part=traits]').waitFor()
    expect(await card.evaluate((element) => element.hasAttribute('hidden'))).toBe(false)
    await page.evaluate(() => window.show({ profile: 'missing' }))
    await page.locator('p', { hasText: 'Coming soon' }).waitFor()
    await page.evaluate(() => window.show({ profile: 'x', publishableKey: 'profilkort_publishable_revoked' }))
    await expect.poll(() => heard(page)).toContain('later pk-error UNAUTHENTICATED')
    expect((await heard(page)).slice(1, 3)).toEqual(['later pk-load LOADED', 'later pk-load NOT_FOUND'])
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([])
    await page.close()
  })

  test('what is unmounted is no longer asked for', async () => {
    const { page } = await open('/')
    await page.evaluate(() => window.show({ profile: 'never' }))
    await expect.poll(() => asked.some((url) => url.includes('never'))).toBe(true)
    await page.evaluate(() => window.show(null))
    await expect.poll(() => abandoned.some((url) => url.includes('never'))).toBe(true)
    expect(await page.locator('pk-profile-card').count()).toBe(0)
    await page.close()
  })

  test('a server’s markup is taken over as it is', async () => {
    expect(rendered).toContain(
      '<pk-profile-card profile="regnskapsforere-i-vekst" compact="" heading-level="3"',
    )
    const { page, complaints } = await open('/hydrated')
    await page.getByText('Idealkund').waitFor()
    expect(asked.at(-1)).toContain('key=profilkort_publishable_context')
    expect(complaints).toEqual([])
    await page.close()
  })
})

test('each element has its component', () => {
  const index = readFileSync(path.join(root, 'packages/react/dist/npm/index.js'), 'utf8')
  const components = [...index.matchAll(/export \{ (\w+) \}/g)].map(([, name = '']) => name)
  expect(components.toSorted()).toEqual(
    readElements()
      .map(({ name }) => name)
      .toSorted(),
  )
})

test('wrong props are type errors', () => {
  const project = install(['widgets', 'react'], {
    'lit-html': 'node_modules/lit-html',
    '@types/trusted-types': 'node_modules/@types/trusted-types',
    '@types/react': 'node_modules/@types/react',
    csstype: 'node_modules/csstype',
    react: 'node_modules/react',
  })
  project.write(
    'page.tsx',
    `import { useRef } from 'react'
import { FitScore, PkContext, ProfileCard, ProfileList, type ProfileCardProps, Scorecard } from '@profilkort/react'

export const props: ProfileCardProps = { profile: 'a', headingLevel: 3 }
export function Page() {
  const card = useRef<HTMLElementTagNameMap['pk-profile-card']>(null)
  return (
    <PkContext locale="nb" token="t" className="all">
      <ProfileCard {...props} ref={card} compact onPkError={({ detail }) => detail.code.toLowerCase()} style={{ color: 'red' }} />
      <Scorecard customer="1" scorecard="a" onPkAnswer={({ detail }) => detail.message} onClick={() => card.current?.reload()} />
      <ProfileList kind="PERSONA" limit={3} aria-label="All" />
      {/* @ts-expect-error -- there is no such kind */}
      <ProfileList kind="CUSTOMER" />
      {/* @ts-expect-error -- a level is 1 to 6 */}
      <ProfileCard headingLevel={7} />
      {/* @ts-expect-error -- a card is not answered */}
      <ProfileCard onPkAnswer={() => undefined} />
      {/* @ts-expect-error -- an id is a text */}
      <FitScore customer={1} />
      {/* @ts-expect-error -- there is no such prop */}
      <FitScore profile="a" />
    </PkContext>
  )
}
`,
  )
  expect(project.compile()).toBe('')
  project.remove()
})

declare global {
  interface Window {
    heard: string[]
    show: (props: object | null) => void
  }
}
