import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBanks } from '../../main/core/banks/service.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import { projectRoot, recordingLog } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

type Scripts = { version: string; status: 'active' | 'deprecated' | 'review' }[]

const file = (code: string, change: Record<string, unknown> = {}) => ({
  code,
  name: `Bank ${code}`,
  loginUrl: 'https://bank.example/login',
  status: 'ready',
  hosts: ['static.bank.example', '*.cdn.example:8443'],
  timeZone: 'America/Montevideo',
  locale: 'es-UY',
  scripts: [],
  ...change,
})

function open() {
  const dir = tempDir()
  const banksDir = join(dir, 'banks')
  const store = createStore(openDatabase(join(dir, 'test.db')))
  onTestFinished(() => void store.db.close())
  const { log, lines } = recordingLog()
  let at = 1000
  const banks = createBanks({ store, now: () => at++, log, banksDir })
  store.db.exec(
    `insert into users (id, email, password_hash, created_at) values ('me', 'me@x.y', '', 0), ('other', 'o@x.y', '', 0)`,
  )

  const place = (folder: string, content: unknown, scripts: Scripts = []) => {
    mkdirSync(join(banksDir, folder), { recursive: true })
    writeFileSync(join(banksDir, folder, 'bank.json'), typeof content === 'string' ? content : JSON.stringify(content))
    for (const { version } of scripts)
      writeFileSync(join(banksDir, folder, `extract_transactions.v${version}.js`), `return ['${folder} ${version}']`)
  }
  return {
    banks,
    store,
    banksDir,
    place,
    /** A bank with scripts, placed and loaded; returns its id. */
    bank(code: string, scripts: Scripts = [], change: Record<string, unknown> = {}) {
      place(
        code,
        file(code, { scripts: scripts.map((script) => ({ flow: 'extract_transactions', ...script })), ...change }),
        scripts,
      )
      banks.loadCatalogue()
      return banks.list().find((bank) => bank.code === code)?.id ?? expect.fail('the bank was not loaded')
    },
    skipped: () => lines.filter((line) => line.event === 'bank_file_skipped').map((line) => line.fields.message),
    statuses: (bankId: string) =>
      Object.fromEntries(banks.scriptsOf(bankId, 'me').map((script) => [script.version, script.status])),
    account(bankId: string, id = 'account') {
      store.db
        .prepare(`insert into accounts (id, user_id, bank_id, name, created_at) values (?, 'me', ?, 'x', 0)`)
        .run(id, bankId)
      return { id, userId: 'me', bankId }
    },
    /** A user's own version. */
    script(
      id: string,
      bankId: string,
      owner: { user?: string; account?: string },
      status = 'review',
      version = '9.0.0',
    ) {
      store.db
        .prepare(
          `insert into bank_scripts (id, bank_id, flow_type, version, status, origin, code_snapshot, user_id, account_id, created_at) values (?, ?, 'extract_transactions', ?, ?, 'user', ?, ?, ?, 5000)`,
        )
        .run(id, bankId, version, status, `return ['${id}']`, owner.user ?? null, owner.account ?? null)
    },
  }
}

describe('the bank catalogue', () => {
  it('ships two banks that can be chosen', () => {
    const dir = tempDir()
    const store = createStore(openDatabase(join(dir, 'test.db')))
    onTestFinished(() => void store.db.close())
    const { log, lines } = recordingLog()
    const banks = createBanks({ store, now: Date.now, log, banksDir: join(projectRoot, 'resources', 'banks') })
    banks.loadCatalogue()
    expect(lines).toEqual([])
    expect(banks.list().map(({ code, name, status, loginUrl }) => ({ code, name, status, loginUrl }))).toEqual([
      { code: 'other-bank', name: 'Another bank: movements by API or file', status: 'ready', loginUrl: null },
      { code: 'practice-bank', name: 'Practice bank', status: 'ready', loginUrl: null },
      { code: 'second-practice-bank', name: 'Second practice bank', status: 'ready', loginUrl: null },
    ])
  })

  it('reads banks and versions into rows, and the same again changes nothing', () => {
    const { banks, bank, statuses, store } = open()
    const id = bank('north', [
      { version: '1.0.0', status: 'deprecated' },
      { version: '1.1.0', status: 'active' },
      { version: '2.0.0', status: 'review' },
    ])
    expect(statuses(id)).toEqual({ '1.0.0': 'deprecated', '1.1.0': 'active', '2.0.0': 'review' })
    const rows = () => store.db.prepare('select * from bank_scripts order by version').all()
    const before = rows()
    banks.loadCatalogue()
    expect(rows()).toEqual(before)
  })

  it('moves the active version on, and deprecates what is no longer listed', () => {
    const { bank, statuses } = open()
    bank('north', [
      { version: '1.0.0', status: 'active' },
      { version: '1.1.0', status: 'review' },
    ])
    const id = bank('north', [{ version: '1.1.0', status: 'active' }])
    expect(statuses(id)).toEqual({ '1.0.0': 'deprecated', '1.1.0': 'active' })
    bank('north', [
      { version: '1.0.0', status: 'active' },
      { version: '1.1.0', status: 'deprecated' },
    ])
    expect(statuses(id)).toEqual({ '1.0.0': 'active', '1.1.0': 'deprecated' })
  })

  it('deprecates the versions of a bank whose folder is gone, and keeps the bank', () => {
    const { banks, bank, banksDir, statuses } = open()
    const id = bank('north', [{ version: '1.0.0', status: 'active' }])
    rmSync(join(banksDir, 'north'), { recursive: true })
    banks.loadCatalogue()
    expect(banks.read(id).code).toBe('north')
    expect(statuses(id)).toEqual({ '1.0.0': 'deprecated' })
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'JSON'],
    ['another code', file('south'), 'must be the name of its folder'],
    ['a misspelt key', file('north', { timezone: 'UTC' }), 'timezone'],
    ['a bad host', file('north', { hosts: ['https://x'] }), 'hosts.0: not a host or host:port'],
    ['a bad zone', file('north', { timeZone: 'America/Nowhere' }), 'not a time zone'],
    ['a bad locale', file('north', { locale: '??' }), 'not a locale'],
    ['a bad address', file('north', { loginUrl: 'ftp://x' }), 'loginUrl'],
    [
      'two active versions',
      file('north', {
        scripts: ['1.0.0', '2.0.0'].map((version) => ({ flow: 'extract_transactions', version, status: 'active' })),
      }),
      'at most one version may be active',
    ],
    [
      'a version without code',
      file('north', { scripts: [{ flow: 'extract_transactions', version: '3.0.0', status: 'active' }] }),
      'the code of extract_transactions 3.0.0 is missing',
    ],
  ])('skips a broken file and leaves its bank as it was: %s', (_, content, message) => {
    const { banks, bank, place, skipped, statuses } = open()
    bank('east')
    const id = bank('north', [{ version: '1.0.0', status: 'active' }])
    place('north', content)
    banks.loadCatalogue()
    expect(skipped()).toEqual([expect.stringContaining(message)])
    expect(statuses(id)).toEqual({ '1.0.0': 'active' })
    expect(banks.list().map((each) => each.code)).toEqual(['east', 'north'])
  })

  it('gives the browser its hosts, with that of the login address, also when it was set later', () => {
    const { banks, bank } = open()
    const id = bank('north')
    expect(banks.profile(id)).toEqual({
      loginUrl: 'https://bank.example/login',
      locale: 'es-UY',
      login: null,
      outcomes: [],
      timeZone: 'America/Montevideo',
      rules: [
        { host: 'static.bank.example', below: false, port: 443 },
        { host: 'cdn.example', below: true, port: 8443 },
        { host: 'bank.example', below: false, port: 443 },
      ],
    })
    const local = bank('local', [], { loginUrl: null, hosts: [] })
    expect(banks.profile(local).rules).toEqual([])
    banks.setLoginUrl('local', 'http://127.0.0.1:4000/login')
    expect(banks.profile(local)).toMatchObject({
      loginUrl: 'http://127.0.0.1:4000/login',
      rules: [{ host: '127.0.0.1', below: false, port: 4000 }],
    })
    banks.loadCatalogue()
    expect(banks.profile(local).loginUrl).toBe('http://127.0.0.1:4000/login')
    expect(() => banks.setLoginUrl('local', 'file:///x')).toThrow('loginUrl must be')
    expect(() => banks.setLoginUrl('nowhere', 'http://x')).toThrow('Bank not found')
  })
})

describe('the script of an account', () => {
  it('is its own, else the user’s, else the official one', () => {
    const { banks, bank, account, script } = open()
    const bankId = bank('north', [
      { version: '1.0.0', status: 'deprecated' },
      { version: '1.1.0', status: 'active' },
    ])
    const mine = account(bankId)
    expect(banks.resolveScript(mine)).toMatchObject({ version: '1.1.0', code: `return ['north 1.1.0']` })
    script('of-other-user', bankId, { user: 'other' }, 'active')
    script('in-review', bankId, { user: 'me' }, 'review', '8.0.0')
    expect(banks.resolveScript(mine)?.version).toBe('1.1.0')
    script('of-user', bankId, { user: 'me' }, 'active')
    expect(banks.resolveScript(mine)).toMatchObject({ id: 'of-user', code: `return ['of-user']` })
    script('of-account', bankId, { user: 'me', account: mine.id }, 'active')
    expect(banks.resolveScript(mine)?.id).toBe('of-account')
    expect(banks.resolveScript(account(bankId, 'second'))?.id).toBe('of-user')
  })

  it('is none where the bank has none', () => {
    const { banks, bank, account, banksDir } = open()
    expect(banks.resolveScript(account(bank('plain')))).toBeNull()
    expect(banks.hasScript('account')).toBe(false)
    expect(banks.hasScript('unknown')).toBe(false)
    const id = bank('north', [{ version: '1.0.0', status: 'active' }])
    const second = account(id, 'second')
    expect(banks.hasScript('second')).toBe(true)
    rmSync(join(banksDir, 'north', 'extract_transactions.v1.0.0.js'))
    expect(banks.resolveScript(second)).toBeNull()
  })

  it('changes hands by promotion, in its own scope only', () => {
    const { banks, bank, account, script } = open()
    const bankId = bank('north', [{ version: '1.0.0', status: 'active' }])
    const mine = account(bankId)
    script('first', bankId, { user: 'me' }, 'active', '1.0.0')
    script('second', bankId, { user: 'me' }, 'review', '2.0.0')
    script('of-account', bankId, { user: 'me', account: mine.id }, 'active', '1.0.0')
    banks.promote('second', 'me')
    expect(banks.script('first', 'me').status).toBe('deprecated')
    expect(banks.script('second', 'me').status).toBe('active')
    expect(banks.script('of-account', 'me').status).toBe('active')
    expect(banks.scriptsOf(bankId, 'me').find((each) => each.origin === 'system')?.status).toBe('active')
  })
})
