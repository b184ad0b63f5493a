import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempDir } from '../support/temp-dir.ts'
import { openAccount, type Refused, table, type World } from './support/world.ts'

const watch = (world: World, path: string, address = '127.0.0.1') =>
  world.core.call<Refused>('PUT', `/accounts/${world.accountId}/watched-folder`, { path }, world.user.token, address)
const look = (world: World) =>
  world.user.post<{ problem: string | null }>(`/accounts/${world.accountId}/watched-folder/look`)

async function watched() {
  const world = await openAccount()
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
