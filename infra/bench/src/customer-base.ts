import { setTimeout as sleep } from 'node:timers/promises'
import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { acrossWorkspaces, connect, type Database, inWorkspace } from '@profilkort/database/connect'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { sql } from 'kysely'

const industries = 20
const more = 12

/**
 * Customers from number `from` up to `to` with some thirty attributes and one or two deals each, in the one workspace
 * there is; and as a table of typed columns with the indexes for the list, `bare.customer`. Both from the same formulas.
 */
export async function addCustomers(databaseUrl: string, from: number, to: number): Promise<void> {
  const db = connect({ connectionString: databaseUrl })
  try {
    const [workspaceId = ''] = await acrossWorkspaces(db, listWorkspaceIds)
    await inWorkspace(db, workspaceId, (tx) => ensureAttributes(tx, workspaceId, attributes))
    for (let start = from; start < to; start += 10_000) {
      const rows = sql`generate_series(${start}::bigint, ${Math.min(start + 10_000, to) - 1}::bigint) as i`
      await inWorkspace(db, workspaceId, async (tx) => {
        await sql`insert into customer (workspace_id, id, kind, stage, name, name_key, attributes)
          select ${workspaceId}, ${id}, 'company', 'customer', 'Bedrift ' || i, 'bedrift ' || i,
            jsonb_build_object('industry', ${industry}, 'employees', ${employees}, 'turnover',
              jsonb_build_object('amount', ${turnover}, 'currency', 'NOK'), ${sql.join(moreValues)})
          from ${rows}`.execute(tx)
        await sql`insert into deal (workspace_id, source, external_id, customer_id, stage, status, closed_on, value, currency)
          select ${workspaceId}, 'bench', i || ' ' || each, ${id}, 'won', 'won', '2026-01-01'::date, i % 1000, 'NOK'
          from ${rows}, generate_series(1, 1 + i % 2) as each`.execute(tx)
      })
      await sql`insert into bare.customer
        select ${id}, 'Bedrift ' || i, 'customer', ${industry}, ${employees}, ${turnover}, ${sql.join(moreColumns)}
        from ${rows}`.execute(db)
    }
    await vacuum(db)
  } finally {
    await db.destroy()
  }
}

/** Ends once the limit can count in its index alone: who still reads what was there before holds that up. */
export async function untilVacuumed(databaseUrl: string): Promise<void> {
  const db = connect({ connectionString: databaseUrl })
  try {
    for (;;) {
      await vacuum(db)
      const { rows } = await sql<{ isSeen: boolean }>`
        select relallvisible >= relpages as "isSeen" from pg_class where oid = 'bare.customer'::regclass`.execute(
        db,
      )
      if (rows[0]?.isSeen === true) return
      await sleep(500)
    }
  } finally {
    await db.destroy()
  }
}

/** As the server does it by and by. */
async function vacuum(db: Database): Promise<void> {
  await sql`vacuum (analyze) customer, deal, bare.customer`.execute(db)
}

/** The table of the limit, with what a database engineer would put on it for this one list. */
export async function makeBareTable(databaseUrl: string): Promise<void> {
  const db = connect({ connectionString: databaseUrl })
  const columns = Array.from({ length: more }, (_, n) => `n${n} int, c${n} text`).join(', ')
  await sql`create schema bare`.execute(db)
  await sql`create table bare.customer (id uuid primary key, name text, stage text, industry text, employees int,
    turnover float8, ${sql.raw(columns)})`.execute(db)
  await sql`create index on bare.customer (industry, employees)`.execute(db)
  await sql`create index on bare.customer (industry, turnover desc, id desc) include (employees)`.execute(db)
  await db.destroy()
}

/** What is asked for, different each time: an industry and how many employees at least. */
export const questions = Array.from({ length: 200 }, (_, turn) => ({
  industry: `industry${turn % industries}`,
  employees: 50 + ((turn * 7) % 100),
}))

const id = sql`md5('customer ' || i)::uuid`
const industry = sql`'industry' || (i * 7919) % ${sql.lit(industries)}`
const employees = sql`((i * 31337) % 500)::int`
const turnover = sql`((i * 104729) % 9999991)::float8`
const moreValues = Array.from({ length: more }, (_, n) => [
  sql`${`n${n}`}::text, ((i * ${sql.lit(n + 3)}) % 977)::int`,
  sql`${`c${n}`}::text, 'option' || (i * ${sql.lit(n + 3)}) % 17`,
]).flat()
const moreColumns = Array.from({ length: more }, (_, n) => [
  sql`((i * ${sql.lit(n + 3)}) % 977)::int`,
  sql`'option' || (i * ${sql.lit(n + 3)}) % 17`,
]).flat()

const definition = { subject: 'company', category: 'other', options: [], sensitive: false } as const
const attributes = [
  { ...definition, key: 'industry', type: 'choice', label: { en: 'Industry' } },
  { ...definition, key: 'employees', type: 'number', label: { en: 'Employees' } },
  { ...definition, key: 'turnover', type: 'money', label: { en: 'Turnover' } },
  ...Array.from({ length: more }, (_, n) => [
    { ...definition, key: `n${n}`, type: 'number', label: { en: `Number ${n}` } } as const,
    { ...definition, key: `c${n}`, type: 'choice', label: { en: `Choice ${n}` } } as const,
  ]).flat(),
] as const
