import type { Page } from '@playwright/test'
import { expect, forgive } from './support/fixtures.ts'
import {
  arrive,
  giveUp,
  kinds,
  list,
  question,
  reconcile,
  rows,
  settings,
  stop,
  type Waiting,
} from './support/inbox.ts'
import { type Practice, test } from './support/practice.ts'

test('the inbox is emptied by keyboard alone, and a reload in the middle loses nothing', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank, call } = practice
  const main = await reconcile(
    practice,
    ['A-1', 'Juan Pérez', '1500.00'],
    ['A-2', 'Ana Ruiz', '20.00'],
    ['A-3', 'Eva Sosa Martínez', '700.00'],
    ['A-4', 'Luis Méndez Rey', '300.00'],
  )
  await arrive(practice, main, ['T-1', 'JUAN PEREZ', '1500.00'], ['T-2', 'Juan Pérez', '1500.00'])
  await arrive(practice, main, ['T-3', 'Ana Ruiz', '20.00'], ['T-4', 'Sosa', '700.00'], ['T-5', 'Mendez', '300.00'])
  await giveUp(practice, 'A-2', main)

  const wrong = { ...settings(practice), bank_username: bank.user.user, bank_password: 'not-this-one' }
  const blocked = await practice.addAccount('Reserve', wrong)
  for (const failures of [1, 2]) {
    await call('POST', `/accounts/${blocked}/scrape`)
    await expect
      .poll(() => call<{ status: string }[]>('GET', `/accounts/${blocked}/runs`), { timeout: 60_000 })
      .toEqual(Array.from({ length: failures }, () => expect.objectContaining({ status: 'failed' })))
  }
  bank.behaviour.secondFactor = 'code'
  const assisted = await practice.addAccount('Payroll', { ...settings(practice), login_mode: 'assisted' })
  await call('POST', `/accounts/${assisted}/scrape`)
  await expect
    .poll(() => kinds(practice), { timeout: 60_000 })
    .toEqual(['code', 'blocked', 'ambiguous', 'suggestion', 'suggestion', 'delivery'])

  await page.goto(`${practice.url}/#/accounts`)
  await page.evaluate(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.reload()
  await expect(page.getByRole('grid', { name: 'Accounts' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(rows(page)).toHaveCount(6)
  await expect(page).toHaveTitle('(6) Needs you · Reconbanker')

  await test.step('the arrows and J and K walk, the address follows', async () => {
    await expect(question(page).getByRole('heading', { name: 'The bank wants a code' })).toBeVisible()
    await picture('code')
    await page.keyboard.press('j')
    await expect(question(page).getByRole('heading', { name: 'Readings have stopped' })).toBeVisible()
    await picture('blocked')
    await page.keyboard.press('ArrowDown')
    await expect(question(page).getByRole('heading', { name: 'Which payment is it?' })).toBeVisible()
    await expect(question(page).getByRole('button', { name: 'Choose', exact: true })).toHaveCount(2)
    await picture('ambiguous')
    await page.keyboard.press('j')
    await expect(question(page).getByRole('heading', { name: 'Does this belong together?' })).toBeVisible()
    await expect(question(page).getByText('A-3')).toBeVisible()
    await picture('suggestion')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(question(page).getByRole('heading', { name: 'A delivery was given up' })).toBeVisible()
    await expect(page).toHaveURL(/item=delivery-/)
    await picture('delivery')
    for (const _key of [1, 2, 3, 4, 5]) await page.keyboard.press('k')
    await expect(question(page).getByRole('heading', { name: 'The bank wants a code' })).toBeVisible()
  })

  await test.step('every key is shown, also among all keys', async () => {
    for (const label of ['Next', 'Previous', 'Enter the code', 'Open bank page'])
      await expect(
        page.getByRole('contentinfo').getByText(label).or(question(page).getByText(label)).first(),
      ).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Enter the code')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the code is typed right there, and the next question is there', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Character 1 of 6')).toBeFocused()
    await page.keyboard.type(bank.codes(bank.user.user).at(-1)?.code ?? '')
    await expect(question(page).getByRole('heading', { name: 'Readings have stopped' })).toBeVisible({
      timeout: 30_000,
    })
    await expect(rows(page)).toHaveCount(5)
  })

  await test.step('the blocked account is mended and read', async () => {
    bank.behaviour.secondFactor = 'none'
    await call('PUT', `/accounts/${blocked}/config`, {
      ...settings(practice),
      bank_username: bank.user.user,
      bank_password: bank.user.password,
    })
    await page.keyboard.press('a')
    await expect(question(page).getByRole('heading', { name: 'Which payment is it?' })).toBeVisible()
    await expect(rows(page)).toHaveCount(4)
  })

  await test.step('a payment is chosen by its number', async () => {
    await expect(question(page).getByRole('button', { name: 'Choose', exact: true })).toHaveCount(2)
    await page.keyboard.press('1')
    await expect(question(page).getByText('A-3')).toBeVisible()
    await expect(rows(page)).toHaveCount(3)
  })

  await test.step('a reload loses neither the place nor the way back', async () => {
    await page.reload()
    await expect(question(page).getByText('A-3')).toBeVisible()
    await expect(question(page).getByText('Undo A-1')).toBeVisible()
  })

  await test.step('undo brings the question back', async () => {
    await page.keyboard.press('Control+z')
    await expect(question(page).getByRole('heading', { name: 'Which payment is it?' })).toBeVisible()
    await expect(rows(page)).toHaveCount(4)
    await expect(question(page).getByRole('button', { name: 'Choose', exact: true })).toHaveCount(2)
    await page.keyboard.press('2')
    await expect(question(page).getByText('A-3')).toBeVisible()
  })

  await test.step('a suggestion is rejected, taken back, and both are marked and accepted at once', async () => {
    await expect(question(page).getByText('Reject').first()).toBeVisible()
    await page.keyboard.down('r')
    await expect(question(page).getByText('A-4')).toBeVisible()
    // A key that is held down decides once: what takes the place of the first one stays.
    await page.keyboard.down('r')
    await page.keyboard.up('r')
    await expect(rows(page)).toHaveCount(2)
    await page.keyboard.press('z')
    await expect(question(page).getByText('A-3')).toBeVisible()
    await expect(rows(page)).toHaveCount(3)
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await expect(question(page).getByText('A-4')).toBeVisible()
    await page.keyboard.press('x')
    await expect(question(page).getByText('Do it for all 2 marked')).toBeVisible()
    await picture('marked')
    await page.keyboard.press('a')
    await expect(rows(page)).toHaveCount(1)
    await expect(question(page).getByRole('heading', { name: 'A delivery was given up' })).toBeVisible()
    const statuses = await call<{ status: string }[]>('GET', '/conciliation')
    expect(statuses.filter(({ status }) => status === 'matched')).toHaveLength(4)
  })

  await test.step('what was given up is sent again, and nothing is left', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing needs you')).toBeVisible()
    await expect(page).toHaveTitle('Needs you · Reconbanker')
    await expect.poll(() => kinds(practice)).toEqual([])
    await picture('empty')
  })
})

test('what comes and goes does not move the question in focus, and what is settled elsewhere says so', async ({
  page,
  practice,
  complaints,
  picture,
}) => {
  const main = await reconcile(
    practice,
    ['A-1', 'Juan Pérez', '1500.00'],
    ['A-2', 'Ana Ruiz', '900.00'],
    ['A-3', 'Eva Sosa', '2000.00'],
  )
  const twice = (id: string, name: string, amount: string) =>
    arrive(practice, main, [`${id}-1`, name, amount], [`${id}-2`, name, amount])
  await twice('T-1', 'Juan Pérez', '1500.00')
  await twice('T-2', 'Ana Ruiz', '900.00')
  await expect.poll(() => kinds(practice)).toEqual(['ambiguous', 'ambiguous'])
  const [first] = (await practice.call<Waiting>('GET', '/inbox')).items

  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.goto(`${practice.url}/#/inbox?item=${first?.id}`)
  await expect(rows(page)).toHaveCount(2)
  const focused = list(page).locator('[data-focused]')
  await expect(focused).toContainText('Juan Pérez')

  await test.step('a dearer question arrives above it', async () => {
    await twice('T-3', 'Eva Sosa', '2000.00')
    await expect(rows(page)).toHaveCount(3)
    await expect(rows(page).first()).toContainText('Eva Sosa')
    await expect(focused).toContainText('Juan Pérez')
    await expect(page).toHaveURL(new RegExp(`item=${first?.id}`))
  })

  await test.step('somebody else answers it', async () => {
    const requestId = first?.id.replace('ambiguous-', '')
    const [candidate] = await practice.call<{ id: string }[]>('GET', `/conciliation/${requestId}/candidates`)
    await practice.call('POST', `/conciliation/${requestId}/match`, { bank_transaction_id: candidate?.id })
    await expect(page.getByText('This no longer needs anybody')).toBeVisible()
    await expect(rows(page)).toHaveCount(2)
    await picture('settled')
    await page.keyboard.press('j')
    await expect(focused).toContainText('Ana Ruiz')
  })

  await test.step('leaving and coming back finds the same question', async () => {
    await page.keyboard.press('o')
    await expect(page).toHaveURL(/#\/requests\//)
    await page.goBack()
    await expect(focused).toContainText('Ana Ruiz')
  })

  await test.step('in the dark and in Spanish', async () => {
    await page.evaluate(() => {
      localStorage.setItem('mantine-color-scheme-value', 'dark')
      localStorage.setItem('reconbanker.language', 'es')
    })
    await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'es'))
    await page.reload()
    await expect(page.getByRole('heading', { name: '¿Cuál es el pago?' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Elegir', exact: true })).toHaveCount(2)
    await picture('dark-es')
    await page.setViewportSize({ width: 900, height: 700 })
    await picture('narrow')
  })
  // How the browser itself reports that the program was asked for what is settled.
  forgive(complaints, /404 \(Not Found\)/)
})

/** Listens to the program beside the window; `heard` resolves once it told that something came up. */
async function listen(practice: Practice, page: Page): Promise<{ heard: Promise<void> }> {
  const token = await page.evaluate(() => localStorage.getItem('reconbanker.token'))
  const ending = new AbortController()
  const answer = await fetch(`${practice.url}/api/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ending.signal,
  })
  const follow = async () => {
    let said = ''
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      said += part
      if (said.includes('inbox.appeared')) break
    }
    ending.abort()
  }
  return { heard: follow() }
}

test('a browser shows notices only when asked to, together when several come up, and never of what is on the screen', async ({
  page,
  context,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const names = ['Juan Pérez', 'Ana Ruiz', 'Eva Sosa']
  const main = await reconcile(practice, ...names.map((name, i) => [`A-${i}`, name, `${i + 1}00.00`] as const))
  const twice = (i: number) =>
    arrive(practice, main, [`T-${i}-1`, names[i] ?? '', `${i + 1}00.00`], [`T-${i}-2`, names[i] ?? '', `${i + 1}00.00`])
  await context.grantPermissions(['notifications'], { origin: practice.url })
  await page.addInitScript(() => {
    localStorage.setItem('reconbanker.language', 'en')
    const shown: Notification[] = []
    const Real = window.Notification
    class Watched extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        shown.push(this)
      }
    }
    Object.assign(window, { Notification: Watched, shown })
  })
  const shown = () =>
    page.evaluate(() => (window as unknown as { shown: Notification[] }).shown.map(({ title, body }) => [title, body]))
  await page.goto(`${practice.url}/#/settings`)
  const choice = page.getByLabel('Notices of this browser')
  await expect(choice).not.toBeChecked()
  await choice.check({ force: true })
  await expect(choice).toBeChecked()
  await picture('settings')

  await test.step('several at once are one notice, which leads to the list', async () => {
    await Promise.all([twice(0), twice(1), twice(2)])
    await expect.poll(shown).toEqual([['3 payments need you', 'Main UYU operating account and others']])
    await page.evaluate(() => (window as unknown as { shown: Notification[] }).shown[0]?.onclick?.(new Event('click')))
    await expect(page).toHaveURL(/#\/inbox/)
    await expect(rows(page)).toHaveCount(3)
  })

  await test.step('what comes up in the list that is on the screen is seen there, elsewhere it is told', async () => {
    await page.bringToFront()
    const { heard } = await listen(practice, page)
    await stop(practice, main)
    await expect(rows(page).first()).toContainText('Account stopped')
    // Else the second one could come up in the same moment, and both would be told as one.
    await heard
    expect(await shown()).toHaveLength(1)
    await page.goto(`${practice.url}/#/movements`)
    await stop(practice, await practice.addAccount('Reserve', settings(practice)))
    await expect.poll(shown).toHaveLength(2)
    expect((await shown())[1]).toEqual(['Readings have stopped', 'Reserve'])
  })
})
