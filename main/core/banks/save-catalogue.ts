import { randomUUID } from 'node:crypto'
import type { BankFile } from '../browser/types.ts'
import type { Catalogue } from './catalogue.ts'
import type { BankQueries } from './queries.ts'

/** Brings the rows to what the folders say; belongs in one transaction. Versions that are gone become `deprecated`. */
export function saveCatalogue(catalogue: Catalogue, queries: BankQueries, at: number): void {
  for (const bank of queries.banks()) {
    if (catalogue.banks.has(bank.code) || catalogue.broken.includes(bank.code)) continue
    for (const script of queries.officialScripts(bank.id))
      if (script.status !== 'deprecated') queries.setScriptStatus(script.id, 'deprecated', at)
  }
  for (const file of catalogue.banks.values()) saveScripts(file, saveBank(file, queries, at), queries, at)
}

function saveBank(file: BankFile, queries: BankQueries, at: number): string {
  const { code, name, loginUrl, status } = file
  const known = queries.bankByCode(code)
  if (known) {
    queries.updateBank({ id: known.id, name, loginUrl, status })
    return known.id
  }
  const id = randomUUID()
  queries.insertBank({ id, code, name, loginUrl, status, at })
  return id
}

function saveScripts(file: BankFile, bankId: string, queries: BankQueries, at: number): void {
  const known = queries.officialScripts(bankId)
  const statusOf = new Map(file.scripts.map((script) => [script.version, script.status]))
  // First what leaves, then what becomes active: two active versions cannot stand side by side.
  for (const script of known) {
    const status = statusOf.get(script.version) ?? 'deprecated'
    if (status !== 'active' && status !== script.status) queries.setScriptStatus(script.id, status, at)
  }
  for (const { flow, version, status } of file.scripts) {
    const row = known.find((script) => script.version === version)
    if (!row) queries.insertOfficial({ id: randomUUID(), bankId, flow, version, status, at })
    else if (status === 'active' && row.status !== 'active') queries.setScriptStatus(row.id, 'active', at)
  }
}
