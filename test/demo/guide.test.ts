import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankFileSchema } from '../../main/core/banks/bank-file.ts'
import { actionNames } from '../../main/core/browser/action-inputs.ts'
import { loginResults } from '../../main/core/browser/types.ts'
import { readTransactions } from '../../main/core/sessions/transactions.ts'
import { type PracticeBank, startPracticeBank } from '../../main/demo/bank/practice-bank.ts'
import { type CajaRural, startCajaRural } from '../../main/demo/caja/caja-rural.ts'
import { projectRoot } from '../support/ports.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { facts, openTestRoom } from '../support/test-room.ts'

const guide = readFileSync(join(projectRoot, 'docs', 'bank-scripts.md'), 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((found) => found[1] ?? '')
const example = (name: string) => blocks('js').find((code) => code.startsWith(`// ${name}\n`)) ?? expect.fail(name)

let bank: PracticeBank
let caja: CajaRural
let browser: TestBrowser
beforeAll(async () => {
  bank = await startPracticeBank({ day: [{ account: '001-2045871', amountMinor: 123_456, party: 'Ana Núñez' }] })
  caja = await startCajaRural({ day: [{ account: '7700-118', amountMinor: 123_456, party: 'Bluewater' }] })
  browser = await startTestBrowser([bank.url, caja.url])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([bank?.close(), caja?.close()])
})

describe('the guide for bank scripts', () => {
  it('shows a bank.json that is accepted', () => {
    expect(bankFileSchema.parse(JSON.parse(blocks('json')[0] ?? ''))).toMatchObject({ code: 'north-bank' })
  })

  it('names every call and every outcome', () => {
    for (const name of actionNames) expect(guide).toMatch(new RegExp(`\`${name}[\`(]`))
    for (const result of loginResults) expect(guide).toContain(`\`${result}\``)
  })

  it('has a list script that reads the practice bank', async () => {
    const room = await openTestRoom(browser)
    const { user, password } = bank.user
    const given = { ...facts, username: user, password, loginUrl: bank.loginUrl }
    const result = await room.run(example('list-example'), given, 30_000)
    expect(result.kind === 'list' && readTransactions(result.value)).toMatchObject([
      { amountMinor: 123_456, currency: 'UYU', senderName: 'Ana Núñez' },
    ])
    await expect(
      room.run(`await page.click('#salir')\n${example('list-example')}`, { ...given, password: 'x' }, 30_000),
    ).rejects.toThrow('login_failed: the bank does not accept')
    await room.close()
  })

  it('has a hook script that enters a code at the second practice bank', async () => {
    const { user, password } = caja.user
    let asked = 0
    const room = await openTestRoom(browser, {
      requestOtp: async () => {
        asked += 1
        const right = caja.codes(user).at(-1)?.code ?? ''
        return asked === 1 ? right.replace(/^./, (digit) => String((Number(digit) + 1) % 10)) : right
      },
    })
    await room.run(example('hook-example'), { ...facts, username: user, password, loginUrl: caja.loginUrl }, 10_000)
    await room.hook('login', 30_000)
    expect(await room.hook('isAuthenticated', 10_000)).toBe(true)
    expect(readTransactions(await room.hook('poll', 20_000))).toMatchObject([
      { amountMinor: 123_456, currency: 'USD', senderName: 'Bluewater' },
    ])
    expect([asked, caja.submissions(user)]).toEqual([2, 1])
    await room.close()
  })
})
