import { openAsBlob } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { measureCopy } from './bare-copy.ts'
import { headers, writeCompanies } from './company-file.ts'
import { type Api, startMachine } from './machine.ts'

/** Rows of the file, and of the one that shows how it grows. */
const rows = 1_000_000

/**
 * A file of a million companies, sent over HTTP with a given mapping, parsed, checked, mapped, joined by identifier and
 * kept; against raw COPY of the same file into a table of twelve texts.
 */
export async function importCompanies(): Promise<object> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi()
    const database = new pg.Client({ connectionString: machine.databaseUrl })
    await database.connect()
    const idle = api.memory()
    const figures: { readonly ratio: number; readonly rssGrowthMiB: number }[] = []
    for (const [round, size] of [rows / 10, rows].entries()) {
      const file = path.join(machine.directory, `companies-${size}.csv`)
      await writeCompanies(file, size, round)
      const before = await measureCopy(database, file)
      const ours = await measureImport(api, file, size, `source ${round}`)
      const after = await measureCopy(database, file)
      const raw = (before + after) / 2
      const ratio = Math.round((raw / ours.seconds) * 1000) / 1000
      const rssGrowthMiB = ours.peak - idle
      figures.push({ ratio, rssGrowthMiB })
      process.stdout.write(
        `${size} rows: COPY ${perSecond(size, raw)}/s, import ${perSecond(size, ours.seconds)}/s, ` +
          `ratio ${ratio}, ${rssGrowthMiB} MiB above idle\n`,
      )
    }
    await database.end()
    const [tenth, whole] = figures
    return { ...whole, tenthRatio: tenth?.ratio, tenthRssGrowthMiB: tenth?.rssGrowthMiB }
  } finally {
    await machine.stop()
  }
}

function perSecond(size: number, seconds: number): string {
  return Math.round(size / seconds).toLocaleString('en')
}

async function measureImport(api: Api, file: string, size: number, source: string) {
  let peak = 0
  const watching = setInterval(() => {
    peak = Math.max(peak, api.memory())
  }, 50)
  const started = performance.now()
  const form = new FormData()
  form.set('request', JSON.stringify({ kind: 'companies', source, mapping }))
  form.set('file', await openAsBlob(file), 'companies.csv')
  const response = await fetch(`${api.url}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.keys.secretKey}` },
    body: form,
  })
  const told = (await response.text()).trim().split('\n')
  const seconds = (performance.now() - started) / 1000
  clearInterval(watching)
  const report = JSON.parse(told.at(-1) ?? '{}') as { readonly type?: string; readonly inserted?: number }
  if (report.type !== 'report' || report.inserted !== size)
    throw new Error(`The import ended with ${told.at(-1)}`)
  return { seconds, peak }
}

const targets = {
  id: { kind: 'part', part: 'id' },
  name: { kind: 'part', part: 'name' },
  organisationNumber: attribute('organisationNumber', 'text'),
  website: attribute('website', 'text'),
  industry: attribute('industry', 'choice'),
  employees: attribute('employees', 'number'),
  annualRevenue: attribute('annualRevenue', 'money'),
  country: attribute('country', 'choice'),
  municipality: attribute('municipality', 'text'),
  postalCode: attribute('postalCode', 'text'),
  city: attribute('city', 'text'),
  yearFounded: attribute('yearFounded', 'number'),
} as const satisfies { readonly [header in (typeof headers)[number]]: object }

function attribute(key: string, type: string) {
  return { kind: 'attribute', key, type, isNew: false } as const
}

const mapping = {
  kind: 'companies',
  key: ['id'],
  columns: headers.map((column) => ({
    column,
    target: targets[column],
    confidence: 'sure',
    ...(column === 'annualRevenue' ? { currency: 'NOK' } : {}),
  })),
}
