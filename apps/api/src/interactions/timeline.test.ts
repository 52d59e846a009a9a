import { describe, expect, test } from 'vitest'
import { openEvents, sendEvents, soon, timelineOf } from '../testing/events.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, url } = server
const { send, at, identify, namesOf } = await openEvents(server)

describe('a timeline', () => {
  test('is read in pages without a gap or a repeat, and by name and time', async () => {
    await identify('pages', 'Paged Person')
    const batch = Array.from({ length: 45 }, (_, index) => ({
      type: 'track',
      userId: 'pages',
      event: index % 3 === 0 ? 'Third' : 'Other',
      // Several at the same instant, over two years.
      timestamp: at(-60 * 24 * 50 * Math.floor(index / 3)),
    }))
    await send('/v1/batch', { batch })
    const seen: string[] = []
    let after: string | null = null
    do {
      const { interactions } = await timelineOf(
        server,
        'Paged Person',
        `first: 7${after ? `, after: "${after}"` : ''}`,
      )
      seen.push(...interactions.nodes.map(({ id }: { id: string }) => id))
      after = interactions.pageInfo.hasNextPage ? interactions.pageInfo.endCursor : null
    } while (after !== null)
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
    const thirds = await timelineOf(server, 'Paged Person', 'names: ["Third"], first: 100')
    expect(thirds.interactions.nodes).toHaveLength(15)
    const year = await timelineOf(
      server,
      'Paged Person',
      `first: 100, from: "${at(-60 * 24 * 365)}", to: "${at(0)}"`,
    )
    expect(year.interactions.nodes).toHaveLength(21)
  })

  test('of all that happened has them too, those from before it was known by whom among them', async () => {
    await send('/v1/page', { anonymousId: 'merged', timestamp: at(-10) })
    await send('/v1/track', {
      anonymousId: 'merged',
      userId: 'merged',
      event: 'Signed Up',
      timestamp: at(-5),
    })
    await identify('merged', 'Merged Person')
    const entries = async () => {
      const { body } = await ask(
        '{ customers(search: "Merged") { nodes { timeline(kinds: [INTERACTION], locale: da) { nodes { at text source } } } } }',
      )
      return body.data.customers.nodes[0].timeline.nodes
    }
    await expect.poll(entries, soon).toEqual([
      { at: at(-5), text: 'Hændelse: Signed Up', source: 'web' },
      { at: at(-10), text: 'Hændelse: page', source: 'web' },
    ])
  })

  test('is of its own workspace only', async () => {
    await identify('walled', 'Walled Person')
    const foreign = await server.makeWorkspace()
    const elsewhere = await ask('{ customers(search: "Walled") { nodes { name } } }', {
      key: foreign.secretKey,
    })
    expect(elsewhere.body.data.customers.nodes).toEqual([])
    await sendEvents(url, foreign.secretKey, '/v1/track', { userId: 'walled', event: 'Foreign' })
    expect(await namesOf('Walled Person')).toEqual([])
  })
})
