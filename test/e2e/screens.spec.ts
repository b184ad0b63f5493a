import type { Page } from '@playwright/test'
import { addAccount, arrive } from './support/account.ts'
import { type Customer, order } from './support/customer.ts'
import { expect, forgive, signIn, test } from './support/fixtures.ts'
import type { Program } from './support/program.ts'

/** Every screen in its five states, with pictures to be looked at; the spec itself looks for what leaves the frame. */
const longName = 'Sociedad Anónima de Distribución y Logística del Litoral Norte – cobranzas mayoristas'

async function fill(program: Program, customer: Customer): Promise<string> {
  const id = await addAccount(program, customer, longName)
  await addAccount(program, customer, 'Reserve')
  const payers = [
    'Juan Pérez',
    'María Fernanda Gómez Rodríguez',
    longName,
    'O’Neil-Paz',
    '株式会社ミライ',
    'Łukasz Żółć',
  ]
  const payer = (i: number) => payers[i % payers.length] ?? ''
  const amount = (i: number) => (i % 9 === 4 ? '12345678901234.56' : `${((i * 7919) % 5000) + 100}.00`)
  customer.expect(...Array.from({ length: 60 }, (_, i) => order(`A-${1000 + i}`, payer(i), amount(i))))
  await program.call('POST', `/conciliation/poll/${id}`)
  await expect.poll(() => program.call<unknown[]>('GET', '/conciliation?limit=100')).toHaveLength(60)
  const arrivals = Array.from({ length: 48 }, (_, i) => ({
    external_id: `T-${i}`,
    sender_name: i % 7 === 3 ? null : `${payer(i)}${i % 5 === 1 ? ' e hijos' : ''}`,
    amount: amount(i),
  }))
  await arrive(program, id, ...arrivals, {
    external_id: 'T-twin',
    sender_name: payer(0).toUpperCase(),
    amount: amount(0),
  })
  await expect
    .poll(() => program.call<{ deliveries: { waiting: number } }>('GET', '/overview').then((o) => o.deliveries.waiting))
    .toBe(0)
  return id
}

/** What sticks out of the window sideways; lists and code may scroll inside themselves. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const frame = document.documentElement
    if (frame.scrollWidth > frame.clientWidth) return `the page is ${frame.scrollWidth} px wide`
    const seen = [...document.querySelectorAll('main *, header *, footer *')].find((element) => {
      const { right, width } = element.getBoundingClientRect()
      const scroller = element.closest('[role="grid"], pre, textarea')
      return (
        width > 0 && right > frame.clientWidth + 1 && !scroller && getComputedStyle(element).position !== 'absolute'
      )
    })
    return seen ? `${seen.tagName} ${seen.className} ${seen.textContent?.slice(0, 40)}` : null
  })

const looks = [
  { language: 'es', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'es', theme: 'dark' },
] as const

const windows = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'narrow', width: 900, height: 700 },
  { name: 'zoom-200', width: 640, height: 400 },
]

test('full: long names, huge amounts, in both themes and languages, wide, narrow and at 200 %', async ({
  page,
  program,
  customer,
  complaints: _,
  picture,
}) => {
  test.slow()
  await program.settle()
  const id = await fill(program, customer)
  const requests = await program.call<{ id: string; status: string }[]>('GET', '/conciliation?limit=100')
  const of = (status: string) => requests.find((request) => request.status === status)?.id ?? ''
  const movements = await program.call<{ id: string }[]>('GET', '/movements')
  const deliveries = await program.call<{ id: string }[]>('GET', '/deliveries')
  const places: [string, string][] = [
    ['accounts', '/accounts'],
    ['add-account', '/accounts/new'],
    ['account', `/accounts/${id}/requests`],
    ['settings-of-account', `/accounts/${id}/settings/webhook`],
    ['requests', '/requests'],
    ['ambiguous', `/requests/${of('ambiguous')}`],
    ['matched', `/requests/${of('matched')}`],
    ['movements', '/movements'],
    ['movement', `/movements/${movements[0]?.id}`],
    ['delivery', `/deliveries/${deliveries[0]?.id}`],
    ['settings', '/settings'],
  ]
  await signIn(page, program)
  await expect(page.getByRole('grid')).toBeVisible()
  const leaving: string[] = []
  for (const { language, theme } of looks)
    for (const { name: size, ...viewport } of windows) {
      // The two further looks differ in words and colours only; their pictures are taken at the usual size.
      if (size !== 'wide' && (language === 'en') === (theme === 'light')) continue
      await page.setViewportSize(viewport)
      await page.evaluate(
        ([chosen, scheme]) => {
          localStorage.setItem('reconbanker.language', chosen)
          localStorage.setItem('mantine-color-scheme-value', scheme)
        },
        [language, theme] as const,
      )
      await page.reload()
      for (const [name, address] of places) {
        await page.goto(`${program.url}/#${address}`)
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
        await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0)
        await expect(page.locator('main')).not.toBeEmpty()
        await picture(`${name}-${size}-${language}-${theme}`)
        const out = await sideways(page)
        if (out) leaving.push(`${name} ${size} ${language}: ${out}`)
      }
    }
  expect(leaving).toEqual([])
})

const lists = [
  ['requests', '/requests', '**/api/conciliation?*'],
  ['movements', '/movements', '**/api/movements?*'],
  ['deliveries', '/deliveries', '**/api/deliveries?*'],
  ['accounts', '/accounts', '**/api/accounts'],
] as const

for (const [name, address, calls] of lists)
  test(`${name}: loading, empty and error`, async ({ window: page, program, complaints, picture }) => {
    await expect(page.getByText('No accounts yet').first()).toBeVisible()

    await test.step('loading draws skeleton rows at once', async () => {
      await page.route(calls, () => undefined)
      await page.goto(`${program.url}/#${address}`)
      await page.reload()
      const list = page.getByRole('grid')
      await expect(list).toHaveAttribute('aria-busy', 'true')
      await expect(list.locator('.mantine-Skeleton-root').first()).toBeVisible()
      await picture('loading')
    })

    await test.step('an error says what, why and what now', async () => {
      await page.unroute(calls)
      await page.route(calls, (route) => route.fulfill({ status: 503, json: { error: 'x', code: 'db.full' } }))
      await page.reload()
      const notice = page.getByRole('alert').first()
      await expect(notice).toContainText('could not be loaded')
      await expect(notice).toContainText('The disk is full or write-protected.')
      await picture('error')
      await page.unroute(calls)
      await notice.getByRole('button', { name: 'Retry' }).click()
      await expect(notice).toHaveCount(0)
    })

    await test.step('empty says what will appear and how to start', async () => {
      await expect(page.locator('main')).toContainText(/No .* yet|Nothing was sent yet/)
      await picture('empty')
    })
    forgive(complaints, /Failed to load resource/)
  })
