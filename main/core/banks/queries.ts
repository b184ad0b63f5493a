import type { Database } from '../db/open.ts'
import type { Bank, BankStatus, FlowType, Script, ScriptStatus } from './types.ts'

interface BankRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly login_url: string | null
  readonly status: BankStatus
}

interface ScriptRow {
  readonly id: string
  readonly bank_id: string
  readonly bank_code: string
  readonly flow_type: FlowType
  readonly version: string
  readonly status: ScriptStatus
  readonly origin: 'system' | 'user'
  readonly base_script_id: string | null
  readonly selector_map: string
  readonly code_snapshot: string | null
  readonly user_id: string | null
  readonly account_id: string | null
  readonly created_at: number
  readonly status_since: number | null
}

const toBank = (row: BankRow): Bank => ({
  id: row.id,
  code: row.code,
  name: row.name,
  loginUrl: row.login_url,
  status: row.status,
})

const toScript = (row: ScriptRow): Script => ({
  id: row.id,
  bankId: row.bank_id,
  bankCode: row.bank_code,
  flowType: row.flow_type,
  version: row.version,
  status: row.status,
  origin: row.origin,
  baseScriptId: row.base_script_id,
  selectorMap: JSON.parse(row.selector_map),
  code: row.code_snapshot,
  userId: row.user_id,
  accountId: row.account_id,
  createdAt: row.created_at,
  statusSince: row.status_since ?? row.created_at,
})

type Scope = Pick<Script, 'bankId' | 'flowType' | 'userId' | 'accountId'>

/** Everybody's: read-only by the API (9.6). */
export const isOfficial = ({ userId, accountId }: Pick<Script, 'userId' | 'accountId'>): boolean =>
  userId === null && accountId === null

const bankColumns = 'select id, code, name, login_url, status from banks'
const scripts = 'select s.*, b.code as bank_code from bank_scripts s join banks b on b.id = s.bank_id'
const official = `(s.origin = 'system' and s.user_id is null and s.account_id is null)`
const ofUser = '(s.user_id = @userId or s.account_id in (select id from accounts where user_id = @userId))'

/** SQL of banks and their scripts. */
export function bankQueries(db: Database) {
  const listBanks = db.prepare(`${bankColumns} order by name collate nocase, code`)
  const bankById = db.prepare(`${bankColumns} where id = ?`)
  const bankByCode = db.prepare(`${bankColumns} where code = ?`)
  const insertBank = db.prepare(
    'insert into banks (id, code, name, login_url, status, created_at) values (@id, @code, @name, @loginUrl, @status, @at)',
  )
  // A file without an address leaves the one that was set while the bank's site was found at run time.
  const updateBank = db.prepare(
    'update banks set name = @name, login_url = ifnull(@loginUrl, login_url), status = @status where id = @id',
  )
  const setLoginUrl = db.prepare('update banks set login_url = ? where id = ?')

  const officialOfBank = db.prepare(`${scripts} where s.bank_id = ? and ${official}`)
  const insertScript = db.prepare(`
    insert into bank_scripts (id, bank_id, flow_type, version, status, origin, created_at, status_since)
    values (@id, @bankId, @flow, @version, @status, 'system', @at, @at)`)
  const insertOwn = db.prepare(`
    insert into bank_scripts (id, bank_id, flow_type, version, status, origin, base_script_id, code_snapshot, user_id,
           account_id, created_at, status_since)
    values (@id, @bankId, 'extract_transactions', @version, 'review', 'user', @baseScriptId, @code, @userId, @accountId, @at, @at)`)
  const setStatus = db.prepare(
    'update bank_scripts set status = @status, status_since = @at where id = @id and status <> @status',
  )
  const visible = db.prepare(
    `${scripts} where ${official} or ${ofUser} order by b.code, s.flow_type, s.created_at desc, s.rowid desc`,
  )
  const visibleOfBank = db.prepare(
    `${scripts} where s.bank_id = @bankId and (${official} or ${ofUser}) order by s.created_at desc, s.rowid desc`,
  )
  const visibleById = db.prepare(`${scripts} where s.id = @id and (${official} or ${ofUser})`)
  const inScope = "bank_id = ? and flow_type = ? and ifnull(user_id, '') = ? and ifnull(account_id, '') = ?"
  const activeOfScope = db.prepare(`select id from bank_scripts where ${inScope} and status = 'active'`).pluck()
  const versionOfScope = db.prepare(`select 1 from bank_scripts where ${inScope} and version = ?`).pluck()
  const activeFor = db.prepare(`
    ${scripts} where s.bank_id = @bankId and s.flow_type = @flow and s.status = 'active' and s.id <> @id
       and (s.account_id = @accountId or (s.account_id is null and s.user_id = @userId) or ${official})
     order by s.account_id is not null desc, s.user_id is not null desc limit 1`)
  const accountsAtBank = db.prepare(
    'select id, name from accounts where bank_id = ? and user_id = ? order by name collate nocase, id',
  )
  const resolve = db.prepare(`
    ${scripts} where s.bank_id = @bankId and s.flow_type = 'extract_transactions' and s.status = 'active'
       and (s.account_id = @accountId or (s.account_id is null and s.user_id = @userId) or ${official})
     order by s.account_id is not null desc, s.user_id is not null desc limit 1`)
  const accountKeys = db.prepare('select id, user_id as userId, bank_id as bankId from accounts where id = ?')

  return {
    banks: () => (listBanks.all() as BankRow[]).map(toBank),
    bank: (id: string): Bank | null => {
      const row = bankById.get(id) as BankRow | undefined
      return row ? toBank(row) : null
    },
    bankByCode: (code: string): Bank | null => {
      const row = bankByCode.get(code) as BankRow | undefined
      return row ? toBank(row) : null
    },
    insertBank: (row: Bank & { at: number }) => void insertBank.run(row),
    updateBank: (row: Pick<Bank, 'id' | 'name' | 'loginUrl' | 'status'>) => void updateBank.run(row),
    setLoginUrl: (id: string, url: string) => void setLoginUrl.run(url, id),

    officialScripts: (bankId: string) => (officialOfBank.all(bankId) as ScriptRow[]).map(toScript),
    insertOfficial: (row: {
      id: string
      bankId: string
      flow: FlowType
      version: string
      status: ScriptStatus
      at: number
    }) => void insertScript.run(row),
    /** The version that a user wrote, in review. */
    insertOwn: (row: {
      id: string
      bankId: string
      version: string
      baseScriptId: string | null
      code: string
      /** One of the two: for every account of a user, or for one account. */
      userId: string | null
      accountId: string | null
      at: number
    }) => void insertOwn.run(row),
    /** Leaves a version alone that has the status already. */
    setScriptStatus: (id: string, status: ScriptStatus, at: number) => void setStatus.run({ id, status, at }),
    visibleScripts: (userId: string) => (visible.all({ userId }) as ScriptRow[]).map(toScript),
    visibleScriptsOfBank: (bankId: string, userId: string) =>
      (visibleOfBank.all({ bankId, userId }) as ScriptRow[]).map(toScript),
    visibleScript: (id: string, userId: string): Script | null => {
      const row = visibleById.get({ id, userId }) as ScriptRow | undefined
      return row ? toScript(row) : null
    },
    activeInScopeOf: (script: Script) =>
      activeOfScope.get(script.bankId, script.flowType, script.userId ?? '', script.accountId ?? '') as
        | string
        | undefined,
    isVersionTaken: (scope: Scope, version: string) =>
      versionOfScope.get(scope.bankId, scope.flowType, scope.userId ?? '', scope.accountId ?? '', version) !==
      undefined,
    /** What would read the bank in the place of this version: the active one of its scope or of the next wider one. */
    activeBeside: (script: Script, ownerId: string): Script | null => {
      const keys = { bankId: script.bankId, flow: script.flowType, id: script.id, accountId: script.accountId }
      const row = activeFor.get({ ...keys, userId: isOfficial(script) ? null : ownerId }) as ScriptRow | undefined
      return row ? toScript(row) : null
    },
    accountsAtBank: (bankId: string, userId: string) =>
      accountsAtBank.all(bankId, userId) as { id: string; name: string }[],
    resolve: (keys: { accountId: string; userId: string; bankId: string }): Script | null => {
      const row = resolve.get(keys) as ScriptRow | undefined
      return row ? toScript(row) : null
    },
    accountKeys: (accountId: string) =>
      (accountKeys.get(accountId) as { id: string; userId: string; bankId: string } | undefined) ?? null,
  }
}

export type BankQueries = ReturnType<typeof bankQueries>
