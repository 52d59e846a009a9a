import { defineConfig } from 'vitest/config'

/** Not part of `npm test`: what `npm run sites` runs once the Debian packages are there. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'sites',
    include: ['src/**/*.site.ts'],
    globalSetup: '../e2e/src/build.ts',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
  },
})
