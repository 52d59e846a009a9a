import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type autocannon from 'autocannon'
import { ask, makeProfile, makeTemplate } from './content.ts'
import { type Contestant, measure, ratio } from './load.ts'
import { type Api, pageOrigin, startMachine } from './machine.ts'

const fields = `slug revision publishedAt resolvedLocale name summary quote
  sections { key title fields { key label text } }
  personas { slug name summary quote }`

/** How many profiles the workspace has while the read is measured, besides those of the other sizes. */
const sizes = [10, 100, 1000]

/**
 * The published read of so many profiles: by GraphQL as anybody writes it, from the snapshots, and from the delivery
 * cache; against `node:http` with `pg` and one hand-written statement, and against a kept buffer with its ETag.
 */
export async function publishedRead(count: number): Promise<object> {
  const machine = await startMachine()
  try {
    const plain = await machine.startApi({ DELIVERY_CACHE: 'off' })
    const keeping = await machine.startApi()
    const keys = (await makeTemplate(plain)).flat()
    const personas: string[] = []
    for (let index = 0; index < 3; index++) {
      personas.push(await makeProfile(plain, `persona-${index}`, [], [], 'PERSONA'))
    }
    const growth: { [size: string]: number } = {}
    let made = 0
    const grow = async (size: number) => {
      for (; made < size; made++) await makeProfile(plain, slugOf(made), keys, personas)
    }
    await grow(100)
    const document = await trust(plain, count)
    const bare = await machine.startBare('bare-read.ts', String(count))
    const general = generalRead(plain, count)
    const contestants: readonly Contestant[] = [
      {
        name: 'bare statement',
        options: { url: bare, requests: eachSlug(count, (slug) => ({ path: `/${slug}` })) },
      },
      general,
      {
        name: 'snapshot',
        options: {
          url: snapshotUrl(plain, count),
          headers: pageHeaders(plain),
          requests: eachSlug(count, (slug) => ({ path: `/v1/profiles/${slug}?locale=nb` })),
        },
      },
    ]
    const rates = await measure(contestants)
    const cached = { url: trustedUrl(keeping, document), headers: pageHeaders(keeping) }
    const body = Buffer.from(await (await fetch(cached.url, { headers: cached.headers })).arrayBuffer())
    process.stdout.write(`answer: ${body.length} bytes\n`)
    const file = path.join(machine.directory, 'answer.json')
    writeFileSync(file, body)
    const bareCached = await machine.startBare('bare-cached.ts', file)
    const cachedRates = await measure([
      { name: 'bare buffer', options: { url: bareCached } },
      { name: 'delivery cache', options: cached },
    ])
    for (const size of sizes.filter((each) => each > 100)) {
      await grow(size)
      const seen = await measure([{ ...general, name: `graphql at ${size}` }])
      growth[size] = Math.round(seen.get(`graphql at ${size}`)?.[2] ?? 0)
    }
    return {
      ratio: ratio(rates, 'graphql', 'bare statement'),
      snapshotRatio: ratio(rates, 'snapshot', 'bare statement'),
      cachedRatio: ratio(cachedRates, 'delivery cache', 'bare buffer'),
      rssMiB: Math.max(plain.memory(), keeping.memory()),
      bytes: body.length,
      growth,
    }
  } finally {
    await machine.stop()
  }

  function generalRead(api: Api, many: number): Contestant {
    const query =
      many === 1
        ? `query Read($slug: String!) { profile(slug: $slug, locale: nb) { ${fields} } }`
        : `query Read { profiles(first: ${many}, where: { kind: [IDEAL_CUSTOMER_PROFILE] }, locale: nb) { nodes { ${fields} } } }`
    return {
      name: 'graphql',
      options: {
        url: `${api.url}/graphql`,
        method: 'POST',
        headers: { authorization: `Bearer ${api.keys.secretKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: {} }),
        requests: eachSlug(many, (slug) => ({ body: JSON.stringify({ query, variables: { slug } }) })),
      },
    }
  }
}

/** One profile after the other, so that nobody who asks at the same time asks for the same; all at once are one request. */
function eachSlug(count: number, request: (slug: string) => autocannon.Request): autocannon.Request[] {
  return count === 1 ? slugs(100).map(request) : [{}]
}

function slugs(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => slugOf(index))
}

function slugOf(index: number): string {
  return `profil-${String(index).padStart(4, '0')}`
}

function pageHeaders(api: Api): { [name: string]: string } {
  return {
    authorization: `Bearer ${api.keys.publishableKey}`,
    origin: pageOrigin,
    'apollo-require-preflight': '1',
  }
}

function snapshotUrl(api: Api, count: number): string {
  if (count === 1) return `${api.url}/v1/profiles/profil-0001?locale=nb`
  return `${api.url}/v1/profiles?slugs=${slugs(count).join(',')}&locale=nb`
}

/** Makes the read one that a page's key may run. @returns its id */
async function trust(api: Api, count: number): Promise<string> {
  const text =
    count === 1
      ? `query { profile(slug: "profil-0001", locale: nb) { ${fields} } }`
      : `query { profiles(first: ${count}, where: { kind: [IDEAL_CUSTOMER_PROFILE] }, locale: nb) { nodes { ${fields} } } }`
  await ask(
    api,
    `mutation ($text: String!) { trustedDocumentRegister(text: $text, name: "Measured") { ... on Problem { message } } }`,
    { text },
  )
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

function trustedUrl(api: Api, documentId: string): string {
  return `${api.url}/graphql?${new URLSearchParams({ documentId }).toString()}`
}
