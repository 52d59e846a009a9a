import { expect, test } from 'vitest'

// What a page pays for, of the very files as they are built: a kB is 1,000 bytes, compressed as servers do.
test.for([
  ['/widgets/v1/profilkort.js', 20_000],
  ['/widgets/v1/loader.js', 1_000],
  ['/widgets/v1/data-layer.js', 1_000],
  ['/widgets/v1/profile-card.js', 10_000],
] as const)('%s is at most %i bytes compressed', async ([path, most]) => {
  const script = await (await fetch(path)).blob()
  const compressed = await new Response(
    script.stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer()
  expect(script.size).toBeGreaterThan(500)
  expect(compressed.byteLength).toBeLessThanOrEqual(most)
})
