import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type Customer, startCustomer } from './customer.ts'
import { owner, type Program, startProgram } from './program.ts'

interface Fixtures {
  /** Flags of the program beside those that every spec has. */
  flags: readonly string[]
  /** `null`: as on a device where nobody has chosen yet. */
  language: 'es' | 'en' | null
  program: Program
  customer: Customer
  /** What the browser complained about; empty at the end unless the spec takes it out. */
  complaints: string[]
  /** Keeps a picture of the page under test-results. */
  picture: (name: string) => Promise<void>
  /** The signed-in window of an owner in reconcile mode. */
  window: Page
}

export const test = base.extend<Fixtures>({
  flags: [['--allow-local-targets'], { option: true }],
  language: ['en', { option: true }],
  program: async ({ flags }, use) => {
    await using program = await startProgram(flags)
    await use(program)
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  customer: async ({}, use) => {
    const customer = await startCustomer()
    await use(customer)
    await customer.close()
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      complaints.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
    await use(complaints)
    expect(complaints, 'errors in the browser').toEqual([])
  },
  page: async ({ page, language }, use) => {
    await page.addInitScript((value) => {
      if (value !== null && localStorage.getItem('reconbanker.language') === null)
        localStorage.setItem('reconbanker.language', value)
    }, language)
    await use(page)
  },
  picture: async ({ page }, use, info) => {
    let count = 0
    await use(async (name) => {
      count += 1
      const path = info.outputPath(`${String(count).padStart(2, '0')}-${name}.png`)
      await page.screenshot({ path, animations: 'disabled' })
      await info.attach(name, { path, contentType: 'image/png' })
    })
  },
  window: async ({ page, program, complaints: _ }, use) => {
    await program.settle()
    await signIn(page, program)
    await use(page)
  },
})

/** Signs the owner in by giving the window a token, as a returning user has one. */
export async function signIn(page: Page, program: Program, address = '/'): Promise<void> {
  const { token } = await program.call<{ token: string }>('POST', '/auth/login', owner)
  await page.addInitScript((value) => localStorage.setItem('reconbanker.token', value), token)
  await page.goto(`${program.url}/#${address}`)
}

/** Network failures that a spec causes on purpose are told by the browser as errors; these are taken out. */
export const forgive = (complaints: string[], expected: RegExp): void => {
  const rest = complaints.filter((text) => !expected.test(text))
  complaints.splice(0, complaints.length, ...rest)
}

/** Presses Retry until what was asked for is there; the program may ask again by itself before the press. */
export const retry = async (notice: Locator, there: Locator): Promise<void> =>
  expect(async () => {
    const button = notice.getByRole('button', { name: 'Retry' })
    if (await button.isVisible()) await button.click({ timeout: 2000 })
    await expect(there).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 20_000 })

export { expect }
