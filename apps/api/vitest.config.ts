import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'api',
    globalSetup: fileURLToPath(import.meta.resolve('@profilkort/database/testing/server')),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
