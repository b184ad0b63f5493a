import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BankFile } from '../core/browser/types.ts'

export const practiceBankCode = 'practice-bank'
export const secondBankCode = 'second-practice-bank'

/**
 * Copies the product's bank folders to `to` and lets the logins of the practice banks (by code) lead to running sites, since
 * those listen on other ports each time.
 */
export function placeBankFiles(options: {
  from: string
  to: string
  loginUrls: Readonly<Record<string, string>>
}): void {
  cpSync(join(options.from, 'banks'), join(options.to, 'banks'), { recursive: true })
  for (const [code, loginUrl] of Object.entries(options.loginUrls)) {
    const file = join(options.to, 'banks', code, 'bank.json')
    const bank = JSON.parse(readFileSync(file, 'utf8')) as BankFile
    writeFileSync(file, `${JSON.stringify({ ...bank, loginUrl }, null, 2)}\n`)
  }
}
