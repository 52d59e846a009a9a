import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { apiForTests } from './testing/api.ts'

/** The elements run in the browser they are made for. */
export default defineConfig({
  plugins: [apiForTests()],
  optimizeDeps: { include: ['lit-html', 'axe-core'] },
  test: {
    name: 'browser',
    include: ['src/**/*.test.ts'],
    testTimeout: 30_000,
    // One after the other: the keyboard is the browser's, and so are forced colours.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
          args: [
            '--headless',
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 900, height: 900 } }],
    },
  },
})
