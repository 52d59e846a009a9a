import { setTimeout as sleep } from 'node:timers/promises'
import { acrossWorkspaces, connect, inWorkspace } from '@profilkort/database/connect'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { sql } from 'kysely'
import { ask } from './content.ts'
import { addCustomers, makeBareTable } from './customer-base.ts'
import { quantile } from './in-turn.ts'
import { type Api, startMachine } from './machine.ts'
import { criteria, publishScorecard } from './rescore.ts'

const size = Number(process.env.BENCH_CUSTOMERS ?? 1_000_000)
const changes = 10

const update = (id: string) => `mutation { scorecardUpdate(id: "${id}", expectedRevision: 1, input: {
  criteria: [${criteria(3)}] }) { __typename } }`
const publish = (id: string) =>
  `mutation { scorecardPublish(id: "${id}", expectedRevision: 2) { __typename } }`
const state = `{ scorecard(slug: "leads") { scoring { revision } } }`
const page = `{ scorecard(slug: "leads") { fits(first: 20, status: SCORED) { nodes { points customer { name } } } } }`

interface Scored {
  readonly scorecard: { readonly scoring: { readonly revision: number } | null }
}

/**
 * The fits of a million customers are kept: from a publication until readers have the new scorecard's, how long a page of
 * them takes meanwhile, and how soon one customer that changed is in them.
 */
export async function keepFits(): Promise<object> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi({ COLUMNS_MIB: '0' })
    await makeBareTable(machine.databaseUrl)
    await addCustomers(machine.databaseUrl, 0, size)
    const id = await publishScorecard(api)
    const { ms: firstMs } = await untilScored(api, 1)
    await ask(api, update(id), {})
    await ask(api, publish(id), {})
    const { ms: switchMs, reads } = await untilScored(api, 2, page)
    const changedMs = await changeSome(machine.databaseUrl)
    return { customers: size, firstMs, switchMs, ...reads, changedMs, rssMiB: api.memory() }
  } finally {
    await machine.stop()
  }
}

/** Asks again and again until the fits are by a revision. */
async function untilScored(api: Api, revision: number, meanwhile?: string) {
  const began = performance.now()
  const times: number[] = []
  for (;;) {
    const { scorecard }: Scored = await ask(api, state, {})
    const ms = Math.round(performance.now() - began)
    const reads = { readP50Ms: quantile(times, 0.5), readP95Ms: quantile(times, 0.95) }
    if (scorecard.scoring?.revision === revision) return { ms, reads }
    const asked = performance.now()
    if (meanwhile !== undefined) await ask(api, meanwhile, {})
    times.push(Math.round(performance.now() - asked))
    await sleep(200)
  }
}

/** How long a change of one customer takes to be in its fit that is kept, in milliseconds. */
async function changeSome(databaseUrl: string): Promise<number> {
  const db = connect({ connectionString: databaseUrl })
  try {
    const [workspaceId = ''] = await acrossWorkspaces(db, listWorkspaceIds)
    const times: number[] = []
    for (let change = 0; change < changes; change++) {
      const began = performance.now()
      const id = sql`md5('customer ' || ${change * 7}::int)::uuid`
      await inWorkspace(db, workspaceId, (tx) =>
        sql`update customer set attributes = attributes || '{"employees": 0, "n0": 0, "n1": 0, "n2": 0, "c0": "gone", "c1": "gone", "c2": "gone"}'
          where workspace_id = ${workspaceId} and id = ${id}`.execute(tx),
      )
      for (;;) {
        const { rows } = await inWorkspace(db, workspaceId, (tx) =>
          sql<{
            points: number
          }>`select points from customer_fit where workspace_id = ${workspaceId} and customer_id = ${id}`.execute(
            tx,
          ),
        )
        if (rows[0]?.points === 0) break
        await sleep(50)
      }
      times.push(performance.now() - began)
    }
    return Math.round(quantile(times, 0.5))
  } finally {
    await db.destroy()
  }
}
