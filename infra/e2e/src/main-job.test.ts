import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@profilkort/client/client'
import { bestCustomers } from '@profilkort/client/documents/insight'
import { createKey } from '@profilkort/client/documents/keys'
import { createProfile, publishProfile, readProfile } from '@profilkort/client/documents/profiles'
import {
  answerCriterion,
  createScorecard,
  listFits,
  publishScorecard,
} from '@profilkort/client/documents/scorecards'
import { demoCsv } from '@profilkort/demo/csv'
import { flawedCompanies } from '@profilkort/demo/flaws'
import { generateDemo } from '@profilkort/demo/generate'
import axe from 'axe-core'
import type { Locator, Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { freePort, profilkort, root, startApi, startIntranet } from './processes.ts'

interface Export {
  readonly name: string
  readonly companies: string
  readonly deals: string
  /** A company whose fit is shown on the intranet. */
  readonly shown: string
  readonly industries: readonly string[]
  readonly employees: readonly [number, number]
  readonly revenue: number
  readonly expected: {
    readonly closed: number
    readonly winRate: number
    readonly wonValue: number
    readonly best: readonly [name: string, wonValue: number]
    readonly topShare: number
  }
}

const shared = path.resolve(root, '../shared/data/crm-maven')
const scratch = mkdtempSync(path.join(os.tmpdir(), 'profilkort-main-job-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const maven: Export = {
  name: 'a real CRM export',
  companies: path.join(shared, 'accounts.csv'),
  deals: path.join(shared, 'sales_pipeline.csv'),
  shown: 'Kan-code',
  industries: ['software', 'retail'],
  employees: [1000, 20_000],
  revenue: 500,
  expected: {
    closed: 6711,
    winRate: 0.6315,
    wonValue: 10_005_534,
    best: ['Kan-code', 341_455],
    topShare: 0.3169,
  },
}

/** The figures of the generator's own export, added up from the objects it was made of. */
function demoExport(): Export {
  const demo = generateDemo()
  mkdirSync(path.join(scratch, 'demo'))
  const write = (name: 'companies.csv' | 'deals.csv') => {
    writeFileSync(path.join(scratch, 'demo', name), demoCsv(demo)[name])
    return path.join(scratch, 'demo', name)
  }
  const closed = demo.deals.filter(({ status }) => status !== 'open')
  const won = closed.filter(({ status }) => status === 'won')
  const perCompany = new Map<string, number>()
  for (const { companyName, value = 0 } of won)
    perCompany.set(companyName, (perCompany.get(companyName) ?? 0) + value)
  const sorted = [...perCompany].toSorted((a, b) => b[1] - a[1])
  const total = won.reduce((sum, { value = 0 }) => sum + value, 0)
  const top = sorted.slice(0, Math.ceil(0.2 * sorted.length)).reduce((sum, [, value]) => sum + value, 0)
  return {
    name: "the demo generator's own export",
    companies: write('companies.csv'),
    deals: write('deals.csv'),
    shown: sorted[0]?.[0] ?? '',
    industries: ['accounting', 'construction'],
    employees: [20, 100],
    revenue: 20_000_000,
    expected: {
      closed: closed.length,
      winRate: won.length / closed.length,
      wonValue: total,
      best: sorted[0] ?? ['', 0],
      topShare: top / total,
    },
  }
}

describe.for([
  ['the demo generator', true, demoExport],
  ['the real CRM export', existsSync(shared), () => maven],
] as const)('the main job on %s', ([, isThere, make]) => {
  describe.skipIf(!isThere)('from a CRM export to a scored lead and a published card on a page', async () => {
    const data = isThere ? make() : maven
    const running: { readonly stop: () => Promise<void> }[] = []
    const browser = await launchBrowser()
    const intranetPort = await freePort()
    const intranetOrigin = `http://127.0.0.1:${intranetPort}`
    const api = await startApi({
      args: ['--empty'],
      env: { INTRANET_ORIGIN: intranetOrigin, PORT: '0' },
    })
    running.push(api)
    afterAll(async () => {
      await browser.close()
      for (const each of running.toReversed()) await each.stop()
    })
    const run = createClient({ url: api.url, key: api.keys.secretKey })
    const cwd = path.join(scratch, path.basename(api.home))
    mkdirSync(cwd)
    let profileId = ''
    let scorecardId = ''
    let customerId = ''

    test('imports companies and deals by the command line: proposed, tried, taken, and nothing the second time', async () => {
      for (const [file, kind] of [
        [data.companies, 'companies'],
        [data.deals, 'deals'],
      ] as const) {
        const tried = await profilkort(api, cwd, ['import', file, '--as', kind, '--dry-run'])
        expect(tried.output).toMatch(/Proposed mapping[\s\S]+Dry run: \d+ rows: [1-9]\d* new, 0 changed/)
        expect(tried.output).not.toContain('Imported')
        const taken = await profilkort(api, cwd, ['import', file, '--as', kind])
        expect(taken.code, taken.output).toBe(0)
        expect(taken.output).toMatch(
          /Imported: \d+ rows: [1-9]\d* new, 0 changed, 0 unchanged, 0 that cannot be taken/,
        )
      }
      for (const [file, kind] of [
        [data.companies, 'companies'],
        [data.deals, 'deals'],
      ] as const) {
        const again = await profilkort(api, cwd, ['import', file, '--as', kind])
        expect(again.output).toMatch(/Imported: \d+ rows: 0 new, 0 changed, [1-9]\d* unchanged/)
      }
    })

    test('tells the best customers, the Pareto share and the win rate', async () => {
      const answer = await run(bestCustomers, {
        first: 5,
        mix: { wonValue: 1 },
        scope: { asOf: '2026-11-23' },
      })
      const { dealsSummary, paretoShare, bestCustomers: best } = answer
      expect(dealsSummary.won + dealsSummary.lost).toBe(data.expected.closed)
      expect(dealsSummary.winRate).toBeCloseTo(data.expected.winRate, 4)
      expect(dealsSummary.wonValue).toBeCloseTo(data.expected.wonValue, 0)
      expect(paretoShare?.topShare).toBeCloseTo(data.expected.topShare, 3)
      expect([best[0]?.customer.name, best[0]?.metrics.wonValue]).toEqual(data.expected.best)
      const mixed = await run(bestCustomers, { first: 5, mix: { wonValue: 3, winRate: 1, tenureDays: 1 } })
      expect(mixed.bestCustomers[0]?.parts.map(({ measure }) => measure)).toEqual([
        'WON_VALUE',
        'WIN_RATE',
        'TENURE_DAYS',
      ])
      customerId =
        answer.bestCustomers.find(({ customer }) => customer.name === data.shown)?.customer.id ?? ''
      expect(customerId).not.toBe('')
    })

    test('writes an ideal customer profile with traits and publishes it', async () => {
      const field = (attribute: string) => ({ attribute })
      const { profileCreate } = await run(createProfile, {
        input: {
          kind: 'IDEAL_CUSTOMER_PROFILE',
          template: 'icpScorecard',
          slug: 'ideal',
          name: { nb: 'Arbeidsmiljøforbedringskonsulenter', en: 'The ideal customer' },
          summary: { nb: 'Slik er de beste.', en: 'What the best are like.' },
          fields: [{ key: 'challenges', items: { nb: ['Svinn'], en: ['Shrinkage'] } }],
          traits: [
            {
              key: 'industry',
              label: { nb: 'Bransje', en: 'Industry' },
              rule: { oneOf: { field: field('industry'), values: [...data.industries] } },
            },
            {
              key: 'employees',
              label: { nb: 'Ansatte', en: 'Employees' },
              rule: {
                between: {
                  field: field('employees'),
                  from: { number: data.employees[0] },
                  to: { number: data.employees[1] },
                },
              },
            },
            {
              key: 'revenue',
              label: { nb: 'Omsetning', en: 'Revenue' },
              rule: {
                atLeast: {
                  field: field('annualRevenue'),
                  value: { money: { amount: data.revenue, currency: 'NOK' } },
                },
              },
            },
          ],
        },
      })
      if (profileCreate.__typename !== 'ProfileCreateSuccess') throw new Error(JSON.stringify(profileCreate))
      profileId = profileCreate.profile.id
      expect((await run(readProfile, { slug: 'ideal', locale: 'nb' })).profile).toBeNull()
      const { profilePublish } = await run(publishProfile, { id: profileId, expectedRevision: 1 })
      expect(profilePublish.__typename).toBe('ProfilePublishSuccess')
      const { profile } = await run(readProfile, { slug: 'ideal', locale: 'sv' })
      expect(profile).toMatchObject({ resolvedLocale: 'nb', sections: [{ fields: [{ items: ['Svinn'] }] }] })
    })

    test('scores every company: points, range, coverage, threshold answer, reasons, next question', async () => {
      const starters = ['need', 'timeline', 'budget', 'authority'].map((key) => ({ starter: { key } }))
      const traits = ['industry', 'employees', 'revenue'].map((key) => ({ trait: { key } }))
      const { scorecardCreate } = await run(createScorecard, {
        input: {
          profile: profileId,
          slug: 'ideal-customer',
          name: { nb: 'Idealkunde', en: 'Ideal customer' },
          criteria: [...starters, ...traits],
          threshold: 8,
          coverageFloor: 0.25,
        },
      })
      if (scorecardCreate.__typename !== 'ScorecardCreateSuccess')
        throw new Error(JSON.stringify(scorecardCreate))
      scorecardId = scorecardCreate.scorecard.id
      const { scorecardPublish } = await run(publishScorecard, { id: scorecardId, expectedRevision: 1 })
      expect(scorecardPublish.__typename).toBe('ScorecardPublishSuccess')
      const { scorecard } = await run(listFits, { slug: 'ideal-customer', first: 50, locale: 'en' })
      const fits = scorecard?.fits.nodes ?? []
      expect(fits).toHaveLength(50)
      for (const { points, range, coverage, meetsThreshold, nextQuestion, criteria } of fits) {
        expect(points).toBe(criteria.reduce((sum, criterion) => sum + (criterion.points ?? 0), 0))
        expect(range).toEqual({
          low: points,
          high: points + 2 * criteria.filter(({ state }) => state === 'UNKNOWN').length,
        })
        expect(coverage).toBeCloseTo(criteria.filter(({ state }) => state === 'KNOWN').length / 7)
        expect(meetsThreshold === 'UNDECIDED').toBe(nextQuestion !== null)
      }
      expect(fits[0]?.points).toBe(6)
    })

    test("counts a seller's answer at once", async () => {
      const variables = {
        scorecard: scorecardId,
        customer: customerId,
        criterion: 'need',
        points: 2,
        note: 'Ba om demo',
      }
      const { criterionAnswer } = await run(answerCriterion, variables)
      if (criterionAnswer.__typename !== 'CriterionAnswerSuccess')
        throw new Error(JSON.stringify(criterionAnswer))
      expect(criterionAnswer.fit.range.low).toBeGreaterThanOrEqual(2)
    })

    test('shows the card and the fit on the intranet, in two languages, light and dark, accessibly', async () => {
      const intranet = await startIntranet({
        PORT: String(intranetPort),
        PROFILKORT_URL: api.url,
        PROFILKORT_SECRET_KEY: api.keys.secretKey,
        PROFILKORT_PUBLISHABLE_KEY: api.keys.publishableKey,
      })
      running.push(intranet)
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width: colorScheme === 'dark' ? 390 : 1280, height: 900 },
        })
        const page = await context.newPage()
        const complaints: string[] = []
        page.on(
          'console',
          (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
        )
        for (const [lang, threshold] of [
          ['nb', 'Terskel'],
          ['en', 'Threshold'],
        ] as const) {
          await page.goto(`${intranet.url}/kunder/${customerId}?lang=${lang}`)
          const fit = page.locator('pk-fit-score')
          await expect.poll(() => textIn(fit), { timeout: 10_000 }).toContain(data.shown)
          expect(await textIn(fit)).toContain(threshold)
          expect(await axeProblems(page)).toEqual([])
        }
        expect(complaints).toEqual([])
        await context.close()
      }
    })

    test('shows the card on any page of a publishable key, from one script tag, in the language of the page', async () => {
      const page = await browser.newPage()
      const other = await servePage((key) => pageWithCard(api.url, key))
      running.push(other)
      const { apiKeyCreate } = await run(createKey, {
        input: { kind: 'PUBLISHABLE', name: 'Another page', origins: [other.origin] },
      })
      if (apiKeyCreate.__typename !== 'ApiKeyCreateSuccess') throw new Error(JSON.stringify(apiKeyCreate))
      await page.goto(`${other.origin}/?key=${apiKeyCreate.newApiKey.text}`)
      const card = page.locator('pk-profile-card')
      await expect
        .poll(() => textIn(card), { timeout: 10_000 })
        .toContain('Arbeidsmiljøforbedringskonsulenter')
      await page.locator('html').evaluate((html) => html.setAttribute('lang', 'en'))
      await expect.poll(() => textIn(card), { timeout: 10_000 }).toContain('The ideal customer')
    })

    test('gives back the rows that cannot be taken, with the reason', async () => {
      const { csv, flaws } = flawedCompanies(generateDemo())
      writeFileSync(path.join(cwd, 'flawed.csv'), csv)
      const answer = await profilkort(api, cwd, [
        'import',
        'flawed.csv',
        '--as',
        'companies',
        '--source',
        'other',
        '--dry-run',
      ])
      expect(answer.code, answer.output).toBe(3)
      const rejected = readFileSync(path.join(cwd, 'flawed.rejected.csv'), 'utf8').trim().split('\r\n')
      expect(rejected[0]).toMatch(/;reason \(Profilkort\)$/)
      expect(rejected, answer.output).toHaveLength(flaws.length + 1)
    })
  })
})

/** A page of a web team, as the snippet that `npm start` prints. */
function pageWithCard(api: string, key: string): string {
  const script = `<script src="${api}/widgets/v1/profilkort.js" data-key="${key}" async></script>`
  return `<!doctype html><html lang="nb"><title>A page</title><main>${script}<pk-profile-card profile="ideal"></pk-profile-card></main>`
}

/** Serves a page that has the key of its address in it. */
async function servePage(page: (key: string) => string) {
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? '/', 'http://page').searchParams.get('key') ?? ''
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(key))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}

/** What an element shows in its shadow. */
function textIn(element: Locator): Promise<string> {
  return element.evaluate((host) => host.shadowRoot?.textContent ?? '')
}

async function axeProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
