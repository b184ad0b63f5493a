import { addAccount, arrive } from './support/account.ts'
import { order } from './support/customer.ts'
import { expect, test } from './support/fixtures.ts'

interface Listed {
  readonly id: string
  readonly external_id: string
}

test('decisions say why, suggestions are answered, payers are learned and tried on the past', async ({
  window: page,
  program,
  customer,
  picture,
}) => {
  test.slow()
  const account = await addAccount(program, customer)
  customer.expect(
    order('TS-1', 'María José Pérez Gómez', '1500.00'),
    order('TS-2', 'Juan Pérez', '900.00'),
    order('TS-3', 'Ana Ruiz', '100.00'),
    order('TS-4', 'Ana Ruiz', '200.00'),
    order('TS-5', 'Ferretería El Tornillo', '310.00'),
    order('TS-6', 'Ferretería El Tornillo', '320.00'),
    order('TS-7', 'Luis Alberto Sosa', '77.00'),
    order('TS-8', 'Luis Alberto Sosa', '77.00'),
  )
  await program.call('POST', `/conciliation/poll/${account}`)
  const all = () => program.call<Listed[]>('GET', `/conciliation?account_id=${account}`)
  await expect.poll(async () => (await all()).length).toBe(8)
  await arrive(
    program,
    account,
    { external_id: 'M-1', sender_name: 'TRANSF DE MA. JOSE PEREZ', amount: '1500.00' },
    { external_id: 'M-2', sender_name: null, amount: '900.00' },
    { external_id: 'M-3', sender_name: 'RUIZ ANA', amount: '300.00' },
    { external_id: 'M-5', sender_name: 'PEDRO ALVAREZ', amount: '310.00' },
    { external_id: 'M-6', sender_name: 'PEDRO ALVAREZ', amount: '320.00' },
    { external_id: 'M-7', sender_name: 'LUIS ALBERTO SOSA', amount: '77.00' },
  )
  const idOf = async (externalId: string) => (await all()).find((each) => each.external_id === externalId)?.id ?? ''
  const open = async (externalId: string) => {
    await page.goto(`${program.url}/#/requests/${await idOf(externalId)}`)
    await expect(page.getByRole('dialog').or(page.getByLabel('Request')).getByText(externalId).first()).toBeVisible()
  }

  await test.step('a match says why', async () => {
    await open('TS-1')
    await expect(page.getByText('Words of the bank: “TRANSF DE”.')).toBeVisible()
    await expect(page.getByText('Nobody else comes near.').first()).toBeVisible()
    await picture('why')
  })

  await test.step('a note is kept', async () => {
    await page.getByLabel('Note').fill('She pays from her own account')
    await page.getByRole('button', { name: 'Save note' }).click()
    await expect(page.getByText('changed the note').first()).toBeVisible()
  })

  await test.step('rivals are named', async () => {
    await open('TS-7')
    await expect(page.getByText('Also waiting for it: TS-8 (Luis Alberto Sosa).').first()).toBeVisible()
    await picture('rivals')
  })

  await test.step('a transfer without a name is a suggestion, accepted by key', async () => {
    await open('TS-2')
    await expect(page.getByText('The bank does not say who paid; all else fits only here')).toBeVisible()
    await picture('suggestion')
    await page.keyboard.press('a')
    await expect(page.getByText('Matched by a person.')).toBeVisible()
  })

  await test.step('one transfer for two orders is accepted, shown in parts and undone as a whole', async () => {
    await open('TS-3')
    await expect(page.getByText('One transfer may pay several requests')).toBeVisible()
    await picture('split-suggestion')
    await page.getByRole('button', { name: 'Accept' }).click()
    await expect(page.getByText('The same transfer also pays:')).toBeVisible()
    await picture('split')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('The same transfer also pays:')).toBeHidden()
  })

  await test.step('a person finds any free movement and the payer is learned', async () => {
    for (const number of [5, 6]) {
      await open(`TS-${number}`)
      await page.getByLabel('Search another free movement').fill(`alvarez 3${number - 4}0`)
      if (number === 5) await picture('search')
      await page.getByRole('button', { name: 'Choose', exact: true }).last().click()
      const confirm = page.getByRole('dialog', { name: 'Choose a movement that does not fit?' })
      await confirm.getByRole('button', { name: 'Choose' }).click()
      await expect(page.getByText('Matched by a person.')).toBeVisible()
    }
  })

  await test.step('the settings show what was learned and try the levels on the past', async () => {
    await page.goto(`${program.url}/#/accounts/${account}/settings/matching`)
    await expect(page.getByText('in use · confirmed 2 times')).toBeVisible()
    await page.getByRole('slider', { name: 'Least likeness of names' }).press('End')
    await expect(page.getByText(/\d would have been decided otherwise/)).toBeVisible()
    await picture('matching-settings')
    await page.getByRole('button', { name: 'Switch off' }).click()
    await expect(page.getByText('off · confirmed 2 times')).toBeVisible()
    await page.getByRole('button', { name: 'Use', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Use this payer?' }).getByText(/looked at/)).toBeVisible()
    await picture('alias-practice')
  })

  await test.step('a learned payer is worded otherwise and forgotten', async () => {
    await page.getByRole('dialog', { name: 'Use this payer?' }).getByRole('button', { name: 'Cancel' }).click()
    const learned = page.getByRole('region', { name: 'Learned payers' })
    await learned.getByRole('button', { name: 'Edit' }).click()
    await learned.getByLabel('Payer, as the bank writes it').fill('PEDRO ALVAREZ E HIJOS')
    await learned.getByRole('button', { name: 'Save' }).click()
    await expect(learned.getByText('PEDRO ALVAREZ E HIJOS')).toBeVisible()
    await learned.getByRole('button', { name: 'Forget' }).click()
    await expect(learned.getByText('Nothing yet.')).toBeVisible()
  })
})
