import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BankFile } from '../browser/types.ts'
import { messageOf } from '../errors.ts'
import type { Log } from '../ports.ts'
import { bankFileSchema } from './bank-file.ts'

export const scriptFile = (banksDir: string, code: string, script: { flow: string; version: string }): string =>
  join(banksDir, code, `${script.flow}.v${script.version}.js`)

export interface Catalogue {
  /** Every readable bank folder by its code. */
  readonly banks: ReadonlyMap<string, BankFile>
  /** Codes whose folder is there but cannot be read: nothing about them is changed. */
  readonly broken: readonly string[]
}

/** Reads `<banksDir>/<code>/bank.json` of every folder. */
export function readCatalogue(banksDir: string, log: Log): Catalogue {
  const banks = new Map<string, BankFile>()
  const broken: string[] = []
  const folders = existsSync(banksDir) ? readdirSync(banksDir, { withFileTypes: true }) : []
  for (const folder of folders) {
    if (!folder.isDirectory()) continue
    try {
      banks.set(folder.name, readBank(banksDir, folder.name))
    } catch (error) {
      broken.push(folder.name)
      log.error('bank_file_skipped', { bank: folder.name, message: messageOf(error) })
    }
  }
  return { banks, broken }
}

function readBank(banksDir: string, folder: string): BankFile {
  const read = bankFileSchema.safeParse(JSON.parse(readFileSync(join(banksDir, folder, 'bank.json'), 'utf8')))
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  const bank = read.data
  if (bank.code !== folder) throw new Error(`code "${bank.code}" must be the name of its folder`)
  for (const script of bank.scripts)
    if (!existsSync(scriptFile(banksDir, folder, script)))
      throw new Error(`the code of ${script.flow} ${script.version} is missing`)
  return bank
}
