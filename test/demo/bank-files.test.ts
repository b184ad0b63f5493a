import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { placeBankFiles } from '../../main/demo/bank-files.ts'
import { tempDir } from '../support/temp-dir.ts'

it('copies every bank and changes nothing but where the logins of the practice banks lead', () => {
  const resources = join(import.meta.dirname, '..', '..', 'resources')
  const to = tempDir()
  const loginUrls = {
    'practice-bank': 'http://127.0.0.1:41234/ingreso',
    'second-practice-bank': 'http://127.0.0.1:41236/',
  }
  placeBankFiles({ from: resources, to, loginUrls })

  const banksOf = (root: string) => readdirSync(join(root, 'banks')).sort()
  expect(banksOf(to)).toEqual(banksOf(resources))
  for (const code of banksOf(to)) {
    const read = (root: string) => JSON.parse(readFileSync(join(root, 'banks', code, 'bank.json'), 'utf8'))
    const loginUrl = (loginUrls as Record<string, string>)[code] ?? null
    expect(read(to)).toEqual({ ...read(resources), loginUrl })
  }
})
