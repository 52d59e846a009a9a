import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { chromiumOptions } from '@profilkort/widgets/testing/chromium'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { type Contestant, contestants, serve } from './cards-site.ts'
import { quantile } from './in-turn.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Pages opened anew for each size and contestant, in turn. */
const rounds = 15
/** Times that cards are made again in a page that has made many. */
const warmRounds = 30

/** What performance.md allows. */
const limits = { scriptMs: 60, heapMB: 5, coldRatio: 1.6, oneRatio: 2, warmRatio: 1.2 } as const

/** One page, from its navigation to the last card laid out. */
interface Cold {
  /** Time of the processor in all tasks of the main thread, in milliseconds. */
  readonly taskMs: number
  /** Used by JavaScript after a collection, in MB. */
  readonly heapMB: number
}

/**
 * W1: a hundred profile cards with their data in a page, by the built script, against the same markup and styles made
 * by hand, in fresh pages and in one that is warm. Cold counts everything from navigation on: parsing the script, too.
 */
export async function renderCards(): Promise<object> {
  spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], { cwd: root, stdio: 'inherit' })
  const site = await serve()
  const browser = await launch()
  try {
    await expectTheSame(browser, site.url)
    const hundred = await coldInTurn(browser, site.url, 100, ['ours', 'byHand', 'nothing'])
    const one = await coldInTurn(browser, site.url, 1, ['ours', 'byHand', 'nothing'])
    const thousand = await coldInTurn(browser, site.url, 1000, ['ours', 'byHand'], 3)
    const ten = await coldInTurn(browser, site.url, 10, ['ours', 'byHand'], 5)
    const script = await scriptInTurn(browser, site.url, 100)
    const warm = await warmInTurn(browser, site.url, 100)
    const figures = {
      coldRatio: ratio(hundred.ours.taskMs, hundred.byHand.taskMs),
      oneRatio: ratio(one.ours.taskMs, one.byHand.taskMs),
      warmRatio: ratio(warm.ours, warm.byHand),
      scriptMs: round(script.ours),
      heapMB: round(hundred.ours.heapMB - hundred.nothing.heapMB),
    }
    const more = {
      scriptRatio: ratio(script.ours, script.byHand),
      byHandScriptMs: round(script.byHand),
      byHandHeapMB: round(hundred.byHand.heapMB - hundred.nothing.heapMB),
      coldMs: round(hundred.ours.taskMs),
      byHandColdMs: round(hundred.byHand.taskMs),
      warmMs: round(warm.ours),
      byHandWarmMs: round(warm.byHand),
      growth: Object.fromEntries(
        Object.entries({ 1: one, 10: ten, 100: hundred, 1000: thousand }).map(([count, { ours }]) => [
          count,
          round(ours.taskMs),
        ]),
      ),
    }
    for (const [name, limit] of Object.entries(limits)) {
      const figure = figures[name as keyof typeof limits]
      process.stdout.write(`${name}: ${figure} (at most ${limit})${figure > limit ? ' – missed' : ''}\n`)
    }
    return { ...figures, ...more }
  } finally {
    await browser.close()
    site.stop()
  }
}

function launch(): Promise<Browser> {
  return chromium.launch(chromiumOptions)
}

/** Opens a page of so many cards anew and waits until the last is laid out. */
async function open(
  browser: Browser,
  url: string,
  contestant: Contestant,
  count: number,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
  await prepare?.(page)
  await page.goto(`${url}/page?what=${contestant}&count=${count}`, { waitUntil: 'commit' })
  await page.waitForFunction(
    (all) => (window as unknown as { loaded: number }).loaded >= all,
    contestant === 'nothing' ? 0 : count,
    { polling: 100 },
  )
  await page.evaluate(() => document.body.offsetHeight)
  return page
}

async function cold(browser: Browser, url: string, contestant: Contestant, count: number): Promise<Cold> {
  let session: CDPSession | undefined
  const page = await open(browser, url, contestant, count, async (blank) => {
    session = await blank.context().newCDPSession(blank)
    // Time of the processor: other processes of the machine do not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  })
  if (session === undefined) throw new Error('There is no session')
  const times = await metricsOf(session)
  await session.send('HeapProfiler.collectGarbage')
  const heap = (await metricsOf(session)).get('JSHeapUsedSize') ?? Number.NaN
  await page.close()
  return {
    taskMs: (times.get('TaskDuration') ?? Number.NaN) * 1000,
    heapMB: heap / 1e6,
  }
}

/**
 * Milliseconds in scripts, in what they call of the browser, and in collections of their garbage: their share of the
 * samples of a profile, as the browser's own count leaves out what runs after an `await`.
 */
async function scriptTime(browser: Browser, url: string, contestant: Contestant, count: number) {
  let session: CDPSession | undefined
  const page = await open(browser, url, contestant, count, async (blank) => {
    session = await blank.context().newCDPSession(blank)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: 500 })
    await session.send('Profiler.start')
  })
  if (session === undefined) throw new Error('There is no session')
  const { nodes, samples = [], timeDeltas = [] } = (await session.send('Profiler.stop')).profile
  const taskMs = ((await metricsOf(session)).get('TaskDuration') ?? Number.NaN) * 1000
  await page.close()
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]))
  let [scripts, rest] = [0, 0]
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? ''
    if (name === '(program)') rest += timeDeltas[index] ?? 0
    else if (!['(root)', '(idle)'].includes(name)) scripts += timeDeltas[index] ?? 0
  }
  return (taskMs * scripts) / (scripts + rest)
}

/** The medians of pages opened in turn. */
async function scriptInTurn(browser: Browser, url: string, count: number) {
  const seen = { ours: [] as number[], byHand: [] as number[] }
  for (let index = 0; index < rounds; index++)
    for (const name of ['ours', 'byHand'] as const)
      seen[name].push(await scriptTime(browser, url, name, count))
  return { ours: quantile(seen.ours, 0.5), byHand: quantile(seen.byHand, 0.5) }
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** The medians of pages opened in turn. */
async function coldInTurn<Name extends Contestant>(
  browser: Browser,
  url: string,
  count: number,
  names: readonly Name[],
  times = rounds,
): Promise<Record<Name, Cold>> {
  const seen = new Map(names.map((name) => [name, [] as Cold[]]))
  for (let index = 0; index < times; index++)
    for (const name of names) seen.get(name)?.push(await cold(browser, url, name, count))
  const median = (all: readonly Cold[], key: keyof Cold) =>
    quantile(
      all.map((each) => each[key]),
      0.5,
    )
  return Object.fromEntries(
    [...seen].map(([name, all]) => [
      name,
      {
        taskMs: median(all, 'taskMs'),
        heapMB: median(all, 'heapMB'),
      },
    ]),
  ) as Record<Name, Cold>
}

/** Milliseconds from putting cards into a warm page, their answers kept, to the last of them laid out. */
async function warmInTurn(browser: Browser, url: string, count: number) {
  const pages = {
    ours: await open(browser, url, 'ours', count),
    byHand: await open(browser, url, 'byHand', count),
  }
  const seen = { ours: [] as number[], byHand: [] as number[] }
  for (let index = 0; index < warmRounds; index++) {
    for (const name of ['ours', 'byHand'] as const) {
      const took = await pages[name].evaluate(again, { name: contestants[name], count })
      // The first third warms up.
      if (index >= warmRounds / 3) seen[name].push(took)
    }
  }
  for (const page of Object.values(pages)) await page.close()
  return { ours: quantile(seen.ours, 0.5), byHand: quantile(seen.byHand, 0.5) }
}

/** Runs in the page. */
async function again({ name, count }: { readonly name: string; readonly count: number }): Promise<number> {
  const main = document.querySelector('main') as HTMLElement
  main.replaceChildren()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const page = window as unknown as { loaded: number; showCards?: (hosts: Element[]) => Promise<void> }
  page.loaded = 0
  const began = performance.now()
  for (let index = 0; index < count; index++) {
    const element = document.createElement(name)
    element.setAttribute('loading', 'eager')
    element.setAttribute('profile', `profil-${index}`)
    main.append(element)
  }
  const shown = new Promise<void>((resolve) => {
    addEventListener('pk-load', () => page.loaded === count && resolve())
  })
  await page.showCards?.([...main.children])
  if (page.loaded < count) await shown
  document.body.getBoundingClientRect()
  return performance.now() - began
}

/** Both make the same markup; the comments by which templates find their places are left out. */
async function expectTheSame(browser: Browser, url: string): Promise<void> {
  const markup = async (contestant: Contestant) => {
    const page = await open(browser, url, contestant, 1)
    const text = await page.evaluate(
      () => document.querySelector('main > *')?.shadowRoot?.innerHTML.replaceAll(/<!--.*?-->/g, '') ?? '',
    )
    await page.close()
    return text
  }
  const [ours, byHand] = [await markup('ours'), await markup('byHand')]
  if (ours !== byHand) throw new Error(`The cards are not the same:\n${ours}\n${byHand}`)
  process.stdout.write(`one card: ${ours.length} characters of markup\n`)
}

function ratio(ours: number, limit: number): number {
  return Math.round((ours / limit) * 100) / 100
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10
}
