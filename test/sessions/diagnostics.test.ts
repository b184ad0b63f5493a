import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { takeCoveredPicture } from '../../main/core/browser/covered-picture.ts'
import { practiceUser } from '../../main/demo/bank/practice-bank.ts'
import { recordingLog } from '../support/ports.ts'
import { addPracticeAccount, createPracticeCore, readNow } from '../support/practice-core.ts'
import { startTestBrowser, type TestBrowser } from '../support/test-browser.ts'

interface Detail {
  readonly report: { url: string | null; trail: { event: string }[]; has_picture: boolean } | null
}

it('keeps of a failed run its trail and a covered picture, sealed, for its owner only', async () => {
  const { log, lines } = recordingLog()
  const { user, accountId, dataDir, core, signUp } = await createPracticeCore({
    settings: { bank_password: 'Not-The-Password' },
    ports: { log },
  })
  const run = await readNow(user, accountId)
  const path = `/accounts/${accountId}/runs/${run.id}`
  const { body } = await user.get<Detail>(path)
  expect(body.report).toMatchObject({ url: expect.stringContaining('/ingreso'), has_picture: true })
  expect(body.report?.trail.map((each) => each.event)).toContain('stage')

  const answer = await core.api.fetch(
    new Request(`http://core.test${path}/picture`, { headers: { authorization: `Bearer ${user.token}` } }),
    { clientAddress: 'test' },
  )
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const jpeg = Buffer.from(await answer.arrayBuffer())
  expect(jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff')

  const stranger = await signUp({ email: 'stranger@example.com' })
  expect((await stranger.get(`${path}/picture`)).status).toBe(404)
  expect((await stranger.get<unknown[]>('/diagnostics/runs')).body).toEqual([])

  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  onTestFinished(() => void db.close())
  const stored = db.prepare('select picture, picture_until from run_reports').get() as Record<string, unknown>
  expect(stored.picture).toMatch(/^enc:v1:/)
  expect(Number(stored.picture_until) - Date.now()).toBeGreaterThan(13.9 * 86_400_000)
  // The write-ahead log holds what the file does not yet.
  const bytes = ['reconbanker.db', 'reconbanker.db-wal'].map((name) => readFileSync(join(dataDir, name)))
  expect(bytes.some((each) => each.includes('Not-The-Password') || each.includes(jpeg.subarray(0, 64)))).toBe(false)
  expect(JSON.stringify([lines, body])).not.toContain('Not-The-Password')
}, 30_000)

it('keeps a picture of a login page that was not the known one', async () => {
  const { user, accountId } = await createPracticeCore({ bank: { behaviour: { extraLoginField: true } } })
  const run = await readNow(user, accountId)
  expect((await user.get<Detail>(`/accounts/${accountId}/runs/${run.id}`)).body.report?.has_picture).toBe(true)
})

it('lists failed runs over all accounts, by account, time, stage and type', async () => {
  const { user, accountId, bank } = await createPracticeCore({ settings: { bank_password: 'Not-The-Password' } })
  const other = await addPracticeAccount(user, { bank_username: undefined, bank_password: undefined }, 'No login')
  const third = await addPracticeAccount(user, { bank_password: bank.user.password }, 'Good')
  const first = await readNow(user, accountId)
  const second = await readNow(user, other)
  await readNow(user, third)
  const list = async (query: string) => {
    const { body, status } = await user.get<{ id: string; account_name: string }[]>(`/diagnostics/runs${query}`)
    return status === 200 ? body.map((each) => each.id) : status
  }
  expect(await list('')).toEqual([second.id, first.id])
  expect(await list(`?account_id=${accountId}`)).toEqual([first.id])
  expect(await list('?since=30m')).toEqual([second.id, first.id])
  expect(await list('?stage=credentials')).toEqual([second.id])
  expect(await list('?failure_type=login_failed&since=7d')).toEqual([first.id])
  expect(await list('?limit=1&offset=1')).toEqual([first.id])
  for (const query of ['?since=yesterday', '?stage=lunch', '?failure_type=bad', '?limit=0'])
    expect(await list(query)).toBe(400)
  const shown = (await user.get<object[]>('/diagnostics/runs')).body[0]
  expect(shown).toMatchObject({ account_name: 'No login', bank: 'practice-bank', reason: 'credentials_missing' })
  expect(practiceUser.user).toBe(bank.user.user)
}, 40_000)

describe('the picture of a failure', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser([])
  })
  afterAll(() => browser?.close())

  const form = (value: string) => `<!doctype html><body style="background:#fff">
    <h1>Login</h1><input value="${value}"><input type=password value="${value}"><textarea>${value}</textarea>
    <select style="width:120px"><option>${value}</option><option>other</option></select><div contenteditable><b style="color:red">${value}</b></div>
    <iframe style="width:300px;height:80px" srcdoc='<input value="${value}" style="font-size:30px;color:red !important">'></iframe>
    <input type=range min=0 max=9 value="${value.length}"><input type=checkbox ${value.length > 3 ? 'checked' : ''}>`

  it('is the same whatever stands in the fields, of the page and of its frames', async () => {
    const picture = async (value: string) => {
      await browser.page.setContent(form(value), { waitUntil: 'load' })
      return takeCoveredPicture(browser.page)
    }
    const [one, other] = [await picture('WWWW'), await picture('iii')]
    expect(one?.length).toBeGreaterThan(1000)
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true)
    expect((await picture('WWWW'))?.equals(one ?? Buffer.alloc(0))).toBe(true)
  })

  it('shows the page, and leaves it as it was', async () => {
    await browser.page.setContent(form('abc'))
    const before = await takeCoveredPicture(browser.page)
    await browser.page.locator('h1').evaluate((heading) => {
      heading.textContent = 'Maintenance'
    })
    expect((await takeCoveredPicture(browser.page))?.equals(before ?? Buffer.alloc(0))).toBe(false)
    expect(await browser.page.locator('input').first().inputValue()).toBe('abc')
    expect(
      await browser.page
        .locator('input')
        .first()
        .evaluate((field) => getComputedStyle(field).color),
    ).toBe('rgb(0, 0, 0)')
  })
})
