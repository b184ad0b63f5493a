import { describe, expect, it } from 'vitest'
import { addAccount, type Caller, createTestCore } from '../support/core.ts'

interface Version {
  readonly id: string
  readonly version: string
  readonly status: string
  readonly status_since: string
  readonly account_id: string | null
  readonly used_by: { id: string; name: string }[]
}

const practice = 'practice-bank'
const hooks = (name: string) =>
  `// ${name}\nreturn { async login() {}, async isAuthenticated() { return true }, async poll() { return [] } }`

async function open() {
  const test = await createTestCore()
  const user = await test.signUp()
  const banks = await user.get<{ id: string; code: string }[]>('/banks')
  const bankId = banks.body.find(({ code }) => code === practice)?.id ?? expect.fail('no bank')
  const add = (version: string, more: Record<string, unknown> = {}, by: Caller = user) =>
    by.post<{ id: string; error?: string }>('/scripts', { bank_id: bankId, version, code: hooks(version), ...more })
  const added = async (version: string, more?: Record<string, unknown>, by?: Caller) => {
    const { status, body } = await add(version, more, by)
    if (status !== 201) throw new Error(body.error)
    return body.id
  }
  const account = async (name: string, by: Caller = user) =>
    (await by.post<{ id: string }>('/accounts', { bankId, name })).body.id
  const versions = async (by: Caller = user) => {
    const { body } = await by.get<Version[]>(`/banks/${bankId}/versions`)
    return Object.fromEntries(body.map((each) => [each.version, each]))
  }
  return { ...test, user, bankId, add, added, account, versions }
}

describe('a version of one’s own', () => {
  it('is stored in review and reads nothing until it is activated', async () => {
    const { user, bankId, add, account, versions } = await open()
    const accountId = await account('Telares')
    const base = (await versions())['1.1.0']?.id
    const { status, body } = await add('2.0.0', { base_script_id: base })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.any(String),
      bank: practice,
      bank_id: bankId,
      flow_type: 'extract_transactions',
      version: '2.0.0',
      status: 'review',
      origin: 'user',
      created_at: expect.any(String),
      base_script_id: base,
      code_snapshot: hooks('2.0.0'),
      selector_map: {},
    })
    expect((await user.get(`/scripts/${body.id}`)).body).toEqual(body)
    expect((await user.get<{ id: string }[]>('/scripts')).body.map(({ id }) => id)).toContain(body.id)
    expect((await versions())['1.1.0']?.used_by).toEqual([{ id: accountId, name: 'Telares' }])

    expect(await user.post(`/scripts/${body.id}/promote`)).toMatchObject({ status: 200, body: { promoted: true } })
    const after = await versions()
    expect(after['2.0.0']).toMatchObject({ status: 'active', used_by: [{ id: accountId }] })
    expect(after['1.1.0']).toMatchObject({ status: 'active', used_by: [] })
  })

  it('follows the order of 9.6: the account’s version, then the user’s, then the official one', async () => {
    const { user, added, account, versions } = await open()
    const [first, second] = [await account('First'), await account('Second')]
    const mine = await added('2.0.0')
    const bound = await added('3.0.0', { account_id: first })
    await user.post(`/scripts/${mine}/promote`)
    await user.post(`/scripts/${bound}/promote`)
    const usedBy = async () =>
      Object.fromEntries(
        Object.values(await versions()).map((each) => [each.version, each.used_by.map(({ id }) => id)]),
      )
    expect(await usedBy()).toEqual({ '3.0.0': [first], '2.0.0': [second], '1.1.0': [], '1.0.0': [] })
    expect((await versions())['3.0.0']).toMatchObject({ account_id: first })
    // Two scopes have each their own active version.
    expect(Object.values(await versions()).filter(({ status }) => status === 'active')).toHaveLength(3)

    await user.post(`/scripts/${bound}/deprecate`)
    expect(await usedBy()).toMatchObject({ '3.0.0': [], '2.0.0': [first, second] })
    await user.post(`/scripts/${mine}/deprecate`)
    expect(await usedBy()).toMatchObject({ '2.0.0': [], '1.1.0': [first, second] })
  })

  it('takes the place of the one before, and the older one can be used again', async () => {
    const { user, added, versions } = await open()
    const [old, next] = [await added('2.0.0'), await added('2.1.0')]
    await user.post(`/scripts/${old}/promote`)
    await user.post(`/scripts/${next}/promote`)
    expect(await versions()).toMatchObject({ '2.0.0': { status: 'deprecated' }, '2.1.0': { status: 'active' } })

    expect(await user.post(`/scripts/${old}/promote`)).toMatchObject({
      status: 409,
      body: { error: 'Only scripts in review can be promoted (current: deprecated)' },
    })
    expect(await user.post(`/scripts/${old}/reopen`)).toMatchObject({ status: 200, body: { reopened: true } })
    expect(await user.post(`/scripts/${old}/promote`)).toMatchObject({ status: 200 })
    expect(await versions()).toMatchObject({ '2.0.0': { status: 'active' }, '2.1.0': { status: 'deprecated' } })
    expect(await user.post(`/scripts/${old}/reopen`)).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('is active') },
    })
  })

  it('knows since when it has its status; deprecating it again does not change that', async () => {
    const { user, added, versions } = await open()
    const id = await added('2.0.0')
    await user.post(`/scripts/${id}/deprecate`)
    const since = (await versions())['2.0.0']?.status_since
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await user.post(`/scripts/${id}/deprecate`)).toMatchObject({ status: 200, body: { deprecated: true } })
    expect((await versions())['2.0.0']?.status_since).toBe(since)
    await user.post(`/scripts/${id}/reopen`)
    expect(Date.parse((await versions())['2.0.0']?.status_since ?? '')).toBeGreaterThan(Date.parse(since ?? ''))
  })

  it('is shown beside the version that it would replace', async () => {
    const { user, added, account } = await open()
    const review = async (id: string) =>
      (await user.get<{ code: string; against: Version | null; against_code: string | null }>(`/scripts/${id}/review`))
        .body
    const mine = await added('2.0.0')
    const first = await review(mine)
    expect(first).toMatchObject({ code: hooks('2.0.0'), against: { version: '1.1.0', origin: 'system' } })
    // The code of an official version ships with the program.
    expect(first.against_code).toContain('return {')
    await user.post(`/scripts/${mine}/promote`)

    const next = await added('2.1.0')
    expect(await review(next)).toMatchObject({ against: { version: '2.0.0' }, against_code: hooks('2.0.0') })
    const bound = await added('2.1.0', { account_id: await account('Telares') })
    expect(await review(bound)).toMatchObject({ against: { version: '2.0.0' } })
    // An active version stands against what would read without it.
    expect(await review(mine)).toMatchObject({ against: { version: '1.1.0' } })
    const official = (await review(mine)).against?.id ?? ''
    expect(await review(official)).toMatchObject({ against: null, against_code: null })
  })
})

describe('what is refused', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no bank', { bank_id: undefined }, 'bank_id, version and code are required'],
    ['no code', { code: undefined }, 'bank_id, version and code are required'],
    ['a version of two numbers', { version: '2.0' }, 'version must be x.y.z, digits only'],
    ['a version with letters', { version: '2.0.0-beta' }, 'version must be x.y.z, digits only'],
    ['a version with zeros in front', { version: '02.0.0' }, 'version must be x.y.z, digits only'],
    ['empty code', { code: ' ' }, 'must not be empty'],
    ['code that does not parse', { code: 'return [' }, 'no valid JavaScript'],
    ['code without a contract', { code: 'return { login() {} }' }, 'without isAuthenticated, poll'],
    ['too much code', { code: `return [] //${'x'.repeat(70_000)}` }, 'more than 65536'],
    ['more than a body may hold', { code: 'x'.repeat(110_000) }, 'too large'],
  ])('%s: 400 that says so, and nothing is stored', async (_, change, words) => {
    const { add, versions } = await open()
    const { status, body } = await add('2.0.0', change)
    expect([status, body.error]).toEqual([400, expect.stringContaining(words)])
    expect(Object.keys(await versions())).toEqual(['1.1.0', '1.0.0'])
  })

  it('a number that the scope has already; another scope may have it', async () => {
    const { add, added, account, signUp } = await open()
    await added('2.0.0')
    expect(await add('2.0.0')).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('exists already') },
    })
    expect(await add('2.0.0', { account_id: await account('Telares') })).toMatchObject({ status: 201 })
    expect(await add('2.0.0', {}, await signUp())).toMatchObject({ status: 201 })
  })

  it('a bank, base or account that is not there, or is elsewhere', async () => {
    const { user, add, added, account, signUp, bankId } = await open()
    const other = await signUp()
    const foreignScript = await added('2.0.0', {}, other)
    const foreignAccount = await account('Foreign', other)
    const elsewhere = await addAccount(user)
    const banks = await user.get<{ id: string; code: string }[]>('/banks')
    const second = banks.body.find(({ code }) => code === 'second-practice-bank')?.id
    const secondScript = (await user.get<Version[]>(`/banks/${second}/versions`)).body[0]?.id
    for (const [change, status, error] of [
      [{ bank_id: 'unknown' }, 404, 'Bank not found'],
      [{ base_script_id: foreignScript }, 404, 'Not found'],
      [{ account_id: foreignAccount }, 404, 'Account not found'],
      [{ account_id: 'unknown' }, 404, 'Account not found'],
      [{ account_id: elsewhere }, 400, 'account_id is an account at another bank'],
      [{ base_script_id: secondScript }, 400, 'base_script_id is a version for another bank'],
    ] as const)
      expect(await add('9.0.0', change)).toMatchObject({ status, body: { error } })
    expect(await user.get(`/banks/${bankId}x/versions`)).toMatchObject({
      status: 404,
      body: { error: 'Bank not found' },
    })
  })

  it('somebody else’s version, which does not exist for others', async () => {
    const { user, added, account, versions, signUp, bankId } = await open()
    const other = await signUp()
    const theirs = await added('2.0.0', {}, other)
    const bound = await added('2.0.1', { account_id: await account('Theirs', other) }, other)
    for (const id of [theirs, bound, 'unknown']) {
      expect(await user.get(`/scripts/${id}`)).toMatchObject({ status: 404, body: { error: 'Not found' } })
      expect(await user.get(`/scripts/${id}/review`)).toMatchObject({ status: 404 })
      for (const verb of ['promote', 'deprecate', 'reopen'])
        expect(await user.post(`/scripts/${id}/${verb}`)).toMatchObject({ status: 404, body: { error: 'Not found' } })
    }
    const bank = await user.get<{ scripts: { id: string }[] }>(`/banks/${bankId}`)
    expect(JSON.stringify([bank.body, await versions(), (await user.get('/scripts')).body])).not.toMatch(theirs)
    // What another user activated reads nobody else's accounts.
    await other.post(`/scripts/${theirs}/promote`)
    const mine = await account('Mine')
    expect((await versions())['1.1.0']?.used_by).toEqual([{ id: mine, name: 'Mine' }])
  })

  it('any change of an official version', async () => {
    const { user, versions } = await open()
    const official = (await versions())['1.1.0']?.id
    for (const verb of ['promote', 'deprecate', 'reopen'])
      expect(await user.post(`/scripts/${official}/${verb}`)).toMatchObject({
        status: 403,
        body: { error: 'Forbidden' },
      })
  })

  it('goes with the account that it is bound to', async () => {
    const { user, added, account, versions } = await open()
    const accountId = await account('Gone')
    await added('2.0.0', { account_id: accountId })
    expect(Object.keys(await versions())).toContain('2.0.0')
    await user.delete(`/accounts/${accountId}`, { confirmation_name: 'Gone' })
    expect(Object.keys(await versions())).not.toContain('2.0.0')
  })
})

describe('how one gets into a bank', () => {
  it('comes from its folder', async () => {
    const { user, bankId } = await open()
    const banks = await user.get<{ id: string; code: string }[]>('/banks')
    const fed = banks.body.find(({ code }) => code === 'other-bank')?.id
    expect(await user.get(`/banks/${bankId}/profile`)).toMatchObject({
      status: 200,
      body: { login_ways: ['code', 'page'], hosts: [], time_zone: 'America/Montevideo', locale: 'es-UY' },
    })
    expect((await user.get(`/banks/${fed}/profile`)).body).toMatchObject({ login_ways: [] })
    expect(await user.get('/banks/unknown/profile')).toMatchObject({ status: 404, body: { error: 'Bank not found' } })
  })
})
