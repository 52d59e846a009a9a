import { jitsuAnalytics } from '@jitsu/js'
import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { Analytics } from '@segment/analytics-node'
import { describe, expect, test } from 'vitest'
import { makeWriteKey, soon, timelineOf } from '../testing/events.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { url, clock } = server
// The clients tell the real time.
clock.now = new Date()
const writeKey = await makeWriteKey(server)
const seen = async (name: string) => {
  const customer = await timelineOf(server, name)
  return customer?.interactions.nodes.map(({ name: event }: { name: string }) => event).toSorted()
}

describe('unmodified, the client of', () => {
  test('Segment for Node tells of people, companies and what they do, and all it sent is delivered', async () => {
    const failures: unknown[] = []
    const analytics = new Analytics({ writeKey, host: url, flushAt: 7 })
    analytics.on('error', (error) => failures.push(error))
    const anonymousId = 'segment-visitor'
    analytics.page({ anonymousId, name: 'Priser', properties: { path: '/priser' } })
    analytics.identify({
      anonymousId,
      userId: 'segment',
      traits: { name: 'Segment User', email: 's@segment.example' },
    })
    for (let index = 0; index < 30; index++)
      analytics.track({ userId: 'segment', event: 'Invoice Sent', properties: { index } })
    analytics.group({ userId: 'segment', groupId: 'segment-co', traits: { name: 'Segment Kunde AS' } })
    analytics.screen({ userId: 'segment', name: 'Start' })
    analytics.alias({ userId: 'segment', previousId: 'segment-before' })
    await analytics.closeAndFlush()
    expect(failures).toEqual([])
    const expected = [...Array.from({ length: 30 }, () => 'Invoice Sent'), 'page', 'screen']
    await expect.poll(() => seen('Segment User'), soon).toEqual(expected)
    await expect
      .poll(async () => (await timelineOf(server, 'Segment User')).company, soon)
      .toEqual({ name: 'Segment Kunde AS' })
  })

  test('Segment for Node hears why a key is refused, and does not try for ever', async () => {
    const analytics = new Analytics({ writeKey: 'unknown', host: url, maxRetries: 0, flushAt: 1 })
    const failed = new Promise<{ reason?: unknown }>((resolve) => analytics.on('error', resolve))
    analytics.track({ userId: 'u', event: 'x' })
    expect(String((await failed).reason)).toContain('401')
    await analytics.closeAndFlush()
  })

  test('RudderStack for Node sends packed batches', async () => {
    const analytics = new RudderAnalytics(writeKey, { dataPlaneUrl: url, flushAt: 20, logLevel: 'error' })
    analytics.identify({ userId: 'rudder', traits: { name: 'Rudder User' } })
    analytics.track({ userId: 'rudder', event: 'Report Opened', properties: { report: 'mva' } })
    await new Promise<void>((resolve, reject) =>
      analytics.flush((error) => (error ? reject(error) : resolve())),
    )
    await expect.poll(() => seen('Rudder User'), soon).toEqual(['Report Opened'])
  })

  test('Jitsu sends each message by itself', async () => {
    const analytics = jitsuAnalytics({
      host: url,
      writeKey: `${writeKey}:profilkort`,
      s2s: true,
      errorPolicy: 'rethrow',
    })
    await analytics.page({ name: 'Forside' })
    await analytics.identify('jitsu', { name: 'Jitsu User' })
    await analytics.track('Signed Up', { plan: 'pro' })
    await expect.poll(() => seen('Jitsu User'), soon).toEqual(['Signed Up', 'page'])
  })
})
