import { defineConfig } from '@playwright/test'
import { findBrowser } from './main/core/browser/find.ts'
import { zone } from './test/e2e/support/zone.ts'

const executablePath = findBrowser()

/** The screens, driven in an installed browser against the built program; pictures stay in test-results/e2e. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // What passes only at the second try is listed as flaky.
  retries: 1,
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: zone,
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
})
