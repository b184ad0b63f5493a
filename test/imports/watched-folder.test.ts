import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { tempDir } from '../support/temp-dir.ts'
import { openAccount, type Refused, table, type World } from './support/world.ts'

const watch = (world: World, path: string, address = '127.0.0.1') =>
  world.core.call<Refused>('PUT', `/accounts/${world.accountId}/watched-folder`, { path }, world.user.token, address)
const look = (world: World) =>
  world.user.post<{ problem: string | null }>(`/accounts/${world.accountId}/watched-folder/look`)

interface Asked {
  readonly reference: string
  readonly subject_id: string
}

/** An account that looks into its folder only when asked to: a look of its own could come between two writes of a test. */
async function openQuietAccount() {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  try {
    return await openAccount()
  } finally {
    vi.useRealTimers()
  }
}

async function watched() {
  const world = await openQuietAccount()
  await world.import(table(['2025-03-01', 'First', '1.00']))
  const folder = tempDir()
  expect((await watch(world, folder)).status).toBe(200)
  return { world, folder }
}

describe('a watched folder', { timeout: 60_000 }, () => {
  test('imports what two looks find unchanged, and moves it to done', async () => {
    const { world, folder } = await watched()
    writeFileSync(join(folder, 'march.csv'), table(['2025-03-14', 'Ana Ruiz', '100.00']))

    await look(world)
    expect(await world.movements()).toHaveLength(1)
    await look(world)

    expect(await world.movements()).toHaveLength(2)
    expect(readdirSync(folder)).toEqual(['done'])
    expect(readdirSync(join(folder, 'done'))).toEqual(['march.csv'])
    const { body } = await world.user.get<{ origin: string; status: string }[]>(`/accounts/${world.accountId}/imports`)
    expect(body[0]).toMatchObject({ origin: 'folder', status: 'done' })
  })

  test('leaves a file alone that is still being written', async () => {
    const { world, folder } = await watched()
    const path = join(folder, 'march.csv')
    writeFileSync(path, table(['2025-03-14', 'Ana Ruiz', '100.00']))
    writeFileSync(join(folder, 'other.csv.part'), 'half')

    for (const name of ['Eva', 'Juan', 'Zoe']) {
      await look(world)
      appendFileSync(path, `\n2025-03-15;${name};5.00`)
    }
    await look(world)
    expect(await world.movements()).toHaveLength(1)
    await look(world)

    expect(await world.movements()).toHaveLength(5)
    expect(readdirSync(folder).sort()).toEqual(['done', 'other.csv.part'])
  })

  test('moves what it cannot read to failed, with the reason beside it, and goes on', async () => {
    const { world, folder } = await watched()
    writeFileSync(join(folder, 'a.csv'), '<html><body>Session ended</body></html>')
    writeFileSync(join(folder, 'b.csv'), table(['2025-03-14', 'Ana Ruiz', '100.00']))
    mkdirSync(join(folder, 'failed'))
    writeFileSync(join(folder, 'failed', 'a.csv'), 'an older one')

    await look(world)
    await look(world)

    expect(readdirSync(join(folder, 'failed')).sort()).toEqual(['a (2).csv', 'a (2).csv.txt', 'a.csv'])
    expect(readFileSync(join(folder, 'failed', 'a (2).csv.txt'), 'utf8')).toContain('html_instead_of_data')
    expect(existsSync(join(folder, 'done', 'b.csv'))).toBe(true)
    const { body } = await world.user.get<{ status: string; error: { code: string } | null }[]>(
      `/accounts/${world.accountId}/imports`,
    )
    expect(body.map(({ status, error }) => [status, error?.code])).toContainEqual(['failed', 'html_instead_of_data'])
  })

  test('what it cannot import is asked in the inbox, with the file, until it is imported or dismissed', async () => {
    const { world, folder } = await watched()
    const { accountId, user } = world
    const inbox = async () => (await user.get<{ total: number; items: Asked[] }>('/inbox?kind=question')).body
    const broken = table(['2025-03-14', 'Ana Ruiz', '100.00'], ['2025-03-15', 'Eva Sosa', 'many'])
    const html = '<html><body>Session ended</body></html>'
    writeFileSync(join(folder, 'a.csv'), html)
    writeFileSync(join(folder, 'b.csv'), broken)
    await look(world)
    await look(world)

    const { total, items } = await inbox()
    expect(total).toBe(2)
    const [page, unread] = items.toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
    expect(page).toMatchObject({ kind: 'question', reference: 'a.csv', about: 'html_instead_of_data', amount: null })
    expect(unread).toMatchObject({ reference: 'b.csv', about: 'rows_unreadable', account_id: accountId })
    const of = (asked?: Asked) => `/accounts/${accountId}/imports/${asked?.subject_id}`
    const file = await user.get<string>(`${of(page)}/file`)
    expect(file).toMatchObject({ status: 200, body: html })

    // The list of imports says why and where, and that the file can be asked for.
    const listed = await user.get<object[]>(`/accounts/${accountId}/imports`)
    expect(listed.body).toContainEqual(
      expect.objectContaining({
        status: 'failed',
        file_name: 'b.csv',
        is_kept: true,
        dismissed_at: null,
        error: expect.objectContaining({
          code: 'rows_unreadable',
          places: [expect.objectContaining({ line: 3, code: 'amount_invalid' })],
        }),
      }),
    )

    expect((await user.post(`${of(page)}/dismiss`)).body).toMatchObject({ dismissed_at: expect.any(String) })
    expect((await inbox()).items.map(({ reference }) => reference)).toEqual(['b.csv'])
    expect((await user.get(`/inbox/question-${page?.subject_id}`)).status).toBe(404)
    expect((await user.post(`${of(page)}/reopen`)).status).toBe(200)
    expect((await inbox()).total).toBe(2)

    // Tried again and refused again, it is one question still; imported by a person, none.
    writeFileSync(join(folder, 'again.csv'), broken)
    await look(world)
    await look(world)
    expect((await inbox()).items.map(({ reference }) => reference).sort()).toEqual(['a.csv', 'again.csv'])
    expect((await world.import(broken, { exclude_lines: '3' })).status).toBe(201)
    expect((await inbox()).items.map(({ reference }) => reference)).toEqual(['a.csv'])

    rmSync(join(folder, 'failed', 'a.csv'))
    expect(await user.get(`${of(page)}/file`)).toMatchObject({ status: 404, body: { code: 'import.fileGone' } })
    const stranger = await world.core.signUp()
    for (const part of ['dismiss', 'reopen']) expect((await stranger.post(`${of(page)}/${part}`)).status).toBe(404)
    expect((await stranger.get(`${of(page)}/file`)).status).toBe(404)
  })

  test('a file that was imported before the program ended is moved, not imported again', async () => {
    const { world, folder } = await watched()
    const content = table(['2025-03-14', 'Ana Ruiz', '100.00'])
    await world.import(content)
    writeFileSync(join(folder, 'march.csv'), content)

    await look(world)
    await look(world)

    expect(await world.movements()).toHaveLength(2)
    expect(existsSync(join(folder, 'done', 'march.csv'))).toBe(true)
  })

  test('says when the folder is gone, and reads again when it is back', async () => {
    const { world, folder } = await watched()
    rmSync(folder, { recursive: true })
    expect((await look(world)).body.problem).toContain('ENOENT')

    mkdirSync(folder)
    writeFileSync(join(folder, 'march.csv'), table(['2025-03-14', 'Ana Ruiz', '100.00']))
    expect((await look(world)).body.problem).toBeNull()
    await look(world)
    expect(await world.movements()).toHaveLength(2)
  })

  test('is set only on this computer, and only where there is a folder', async () => {
    const world = await openAccount()
    const folder = tempDir()

    expect((await watch(world, folder, '10.0.0.7')).body.code).toBe('folder.notHere')
    expect((await watch(world, join(folder, 'nothing'))).body.code).toBe('folder.unusable')
    expect((await watch(world, 'relative/path')).body.code).toBe('folder.unusable')
    expect((await watch(world, world.core.dataDir)).body.code).toBe('folder.unusable')
  })
})
