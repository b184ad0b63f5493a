import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { placeBankFiles } from '../../main/demo/bank-files.ts'
import { tempDir } from '../support/temp-dir.ts'

it('copies every bank and changes nothing but where the practice bank’s login leads', () => {
  const resources = join(import.meta.dirname, '..', '..', 'resources')
  const to = tempDir()
  placeBankFiles({ from: resources, to, loginUrl: 'http://127.0.0.1:41234/ingreso' })

  const read = (root: string) => JSON.parse(readFileSync(join(root, 'banks', 'practice-bank', 'bank.json'), 'utf8'))
  expect(read(to)).toEqual({ ...read(resources), loginUrl: 'http://127.0.0.1:41234/ingreso' })
  expect(readdirSync(join(to, 'banks')).sort()).toEqual(readdirSync(join(resources, 'banks')).sort())
})
