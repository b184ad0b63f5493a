import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { badFiles } from '../statements/bad-files.ts'
import { openAccount, type Refused } from './support/world.ts'

test('an account refuses each kind of bad file by its code and status, and keeps nothing of it', async () => {
  const world = await openAccount()

  const answers = []
  for (const { content, file } of badFiles) answers.push(await world.import<Refused>(content, {}, file))

  expect(answers.map(({ status, body }, at) => [badFiles[at]?.name, status, body.code])).toEqual(
    badFiles.map(({ name, status, code }) => [name, status, code]),
  )
  expect((await world.user.get(`/accounts/${world.accountId}/imports`)).body).toEqual([])
  expect(await world.movements()).toEqual([])
  expect(readdirSync(join(world.core.dataDir, 'uploads'))).toEqual([])
}, 240_000)
