import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'database',
    globalSetup: './src/testing/server.ts',
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
