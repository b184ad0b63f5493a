import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostOfUrl, parseHostRule } from '../browser/allowed-hosts.ts'
import type { BankFile } from '../browser/types.ts'
import type { Store } from '../db/store.ts'
import { AppError, conflict, invalid, messageOf, missing } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import { readCatalogue, scriptFile } from './catalogue.ts'
import { bankQueries } from './queries.ts'
import { saveCatalogue } from './save-catalogue.ts'
import type { Bank, Banks, Script } from './types.ts'

/** What the routes may do beside what other features may ask. A script that is not the caller's does not exist. */
export interface BankService extends Banks {
  list(): Bank[]
  /** Throws 404 `Bank not found`. */
  read(bankId: string): Bank
  create(input: { code: string; name: string; loginUrl: string | null }): Bank
  scriptsOf(bankId: string, userId: string): Script[]
  scripts(userId: string): Script[]
  script(scriptId: string, userId: string): Script
  /** `review` → `active`; the version that was active in the same scope becomes `deprecated` (2.5). */
  promote(scriptId: string, userId: string): void
  deprecate(scriptId: string, userId: string): void
}

export interface BankDeps {
  readonly store: Store
  readonly now: Clock
  readonly log: Log
  /** Folder of `<code>/bank.json` and script versions. */
  readonly banksDir: string
}

/** Settings of the browser for a bank without a folder of its own. */
const plainProfile: Pick<BankFile, 'hosts' | 'locale' | 'timeZone' | 'login' | 'outcomes'> = {
  hosts: [],
  locale: 'en-US',
  timeZone: 'UTC',
}

export function createBanks({ store, now, log, banksDir }: BankDeps): BankService {
  const queries = bankQueries(store.db)
  let files: ReadonlyMap<string, BankFile> = new Map()

  const read = (bankId: string): Bank => {
    const bank = queries.bank(bankId)
    if (!bank) throw missing('bank.missing', 'Bank not found')
    return bank
  }
  const script = (scriptId: string, userId: string): Script => {
    const found = queries.visibleScript(scriptId, userId)
    if (!found) throw missing('script.missing')
    return found
  }
  const changeable = (scriptId: string, userId: string): Script => {
    const found = script(scriptId, userId)
    if (found.userId === null && found.accountId === null)
      throw new AppError('forbidden', 'script.official', 'Forbidden')
    return found
  }
  const codeOf = (found: Script): string | null => {
    if (found.code !== null || found.origin !== 'system') return found.code
    try {
      return readFileSync(
        scriptFile(banksDir, found.bankCode, { flow: found.flowType, version: found.version }),
        'utf8',
      )
    } catch (error) {
      log.error('script_unreadable', { bank: found.bankCode, version: found.version, message: messageOf(error) })
      return null
    }
  }

  return {
    list: queries.banks,
    read,
    script,
    scripts: queries.visibleScripts,
    scriptsOf: queries.visibleScriptsOfBank,

    loadCatalogue() {
      const catalogue = readCatalogue(banksDir, log)
      store.write(() => saveCatalogue(catalogue, queries, now()))
      files = catalogue.banks
    },

    resolveScript(account) {
      const found = queries.resolve({ accountId: account.id, userId: account.userId, bankId: account.bankId })
      const code = found && codeOf(found)
      return found && code !== null ? { id: found.id, version: found.version, code } : null
    },

    hasScript(accountId) {
      const keys = queries.accountKeys(accountId)
      return keys !== null && queries.resolve({ accountId, userId: keys.userId, bankId: keys.bankId }) !== null
    },

    profile(bankId) {
      const { code, loginUrl } = read(bankId)
      const { hosts, locale, timeZone, login = null, outcomes = [] } = files.get(code) ?? plainProfile
      const loginHost = loginUrl === null ? null : hostOfUrl(loginUrl)
      const rules = [...hosts.map(parseHostRule), loginHost].filter((rule) => rule !== null)
      return { loginUrl, rules, locale, timeZone, login, outcomes }
    },

    setLoginUrl(code, url) {
      const bank = queries.bankByCode(code)
      if (!bank) throw missing('bank.missing', 'Bank not found')
      if (hostOfUrl(url) === null) throw invalid('bank.loginUrl', 'loginUrl must be an http or https address')
      queries.setLoginUrl(bank.id, url)
    },

    create({ code, name, loginUrl }) {
      if (queries.bankByCode(code)) throw conflict('bank.taken', `Bank code ${code} already exists`)
      const bank: Bank = { id: randomUUID(), code, name, loginUrl, status: 'pending' }
      queries.insertBank({ ...bank, at: now() })
      return bank
    },

    promote(scriptId, userId) {
      store.write(() => {
        const found = changeable(scriptId, userId)
        if (found.status !== 'review')
          throw conflict('script.notInReview', `Only scripts in review can be promoted (current: ${found.status})`)
        const former = queries.activeInScopeOf(found)
        if (former) queries.setScriptStatus(former, 'deprecated')
        queries.setScriptStatus(found.id, 'active')
      })
    },

    deprecate(scriptId, userId) {
      queries.setScriptStatus(changeable(scriptId, userId).id, 'deprecated')
    },
  }
}
