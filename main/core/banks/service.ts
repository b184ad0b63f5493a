import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostOfUrl, parseHostRule } from '../browser/allowed-hosts.ts'
import type { BankFile } from '../browser/types.ts'
import type { Store } from '../db/store.ts'
import { conflict, invalid, messageOf, missing } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import { computerZone } from '../time.ts'
import { type Authoring, createAuthoring } from './authoring.ts'
import { readCatalogue, scriptFile } from './catalogue.ts'
import { bankQueries } from './queries.ts'
import { saveCatalogue } from './save-catalogue.ts'
import type { Bank, Banks, RunnableScript, Script } from './types.ts'

/** What the routes may do beside what other features may ask. A script that is not the caller's does not exist. */
export interface BankService extends Banks, Authoring {
  list(): Bank[]
  /** Throws 404 `Bank not found`. */
  read(bankId: string): Bank
  create(input: { code: string; name: string; loginUrl: string | null }): Bank
  scriptsOf(bankId: string, userId: string): Script[]
  scripts(userId: string): Script[]
  script(scriptId: string, userId: string): Script
  /** The code that would run; `null` when the file of an official version cannot be read. */
  codeOf(script: Script): string | null
  /** What the version stands against: the active one of its scope, else of the next wider one; `null` when there is none. */
  comparedWith(script: Script, userId: string): Script | null
  /** The caller's accounts at the bank, each with the version that reads it. */
  readers(
    bankId: string,
    userId: string,
  ): { readonly id: string; readonly name: string; readonly scriptId: string | null }[]
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

  const runnable = (found: Script): RunnableScript | null => {
    const code = codeOf(found)
    return code === null ? null : { id: found.id, version: found.version, code }
  }

  return {
    list: queries.banks,
    read,
    script,
    scripts: queries.visibleScripts,
    scriptsOf: queries.visibleScriptsOfBank,
    codeOf,
    comparedWith: queries.activeBeside,
    readers: (bankId, userId) =>
      queries.accountsAtBank(bankId, userId).map(({ id, name }) => ({
        id,
        name,
        scriptId: queries.resolve({ accountId: id, userId, bankId })?.id ?? null,
      })),

    loadCatalogue() {
      const catalogue = readCatalogue(banksDir, log)
      store.write(() => saveCatalogue(catalogue, queries, now()))
      files = catalogue.banks
    },

    resolveScript(account) {
      const found = queries.resolve({ accountId: account.id, userId: account.userId, bankId: account.bankId })
      return found && runnable(found)
    },

    hasScript(accountId) {
      const keys = queries.accountKeys(accountId)
      return keys !== null && queries.resolve({ accountId, userId: keys.userId, bankId: keys.bankId }) !== null
    },

    profile(bankId) {
      const { code, loginUrl } = read(bankId)
      const { hosts, locale, timeZone = computerZone(), login = null, outcomes = [] } = files.get(code) ?? plainProfile
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

    ...createAuthoring({ store, queries, now, script }),
  }
}
