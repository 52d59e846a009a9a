import { expect, test } from 'vitest'

// Of the very files, as they are built for pages. The data layer should come to 1,000 and the card to 10,000; until then
// these keep them from growing.
test.for([
  ['/widgets/v1/profilkort.js', 18_500],
  ['/widgets/v1/loader.js', 1_000],
  ['/widgets/v1/data-layer.js', 1_150],
  ['/widgets/v1/profile-card.js', 12_000],
] as const)('%s is at most %i bytes compressed', async ([path, most]) => {
  const script = await (await fetch(path)).blob()
  const compressed = await new Response(
    script.stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer()
  expect(script.size).toBeGreaterThan(500)
  expect(compressed.byteLength).toBeLessThanOrEqual(most)
})
