import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As Node resolves it; Vite would take the `module` entry, a second copy beside the one that Apollo and Pothos use.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    name: 'api',
    globalSetup: fileURLToPath(import.meta.resolve('@profilkort/database/testing/server')),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
