import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BankFile } from '../core/browser/types.ts'

export const practiceBankCode = 'practice-bank'

/**
 * Copies the product's bank folders to `to` and lets the practice bank's login lead to a running site, since that
 * listens on another port each time.
 */
export function placeBankFiles(options: { from: string; to: string; loginUrl: string }): void {
  cpSync(join(options.from, 'banks'), join(options.to, 'banks'), { recursive: true })
  const file = join(options.to, 'banks', practiceBankCode, 'bank.json')
  const bank = JSON.parse(readFileSync(file, 'utf8')) as BankFile
  writeFileSync(file, `${JSON.stringify({ ...bank, loginUrl: options.loginUrl }, null, 2)}\n`)
}
