import type { HostRule } from '../browser/allowed-hosts.ts'
import type { LoginOutcome, LoginPage } from '../browser/types.ts'

export type BankStatus = 'pending' | 'onboarding' | 'ready' | 'failed'

/** Spec 1.2. */
export interface Bank {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly loginUrl: string | null
  readonly status: BankStatus
}

export type FlowType = 'extract_transactions' | 'login' | 'verify_payment'
export type ScriptStatus = 'draft' | 'testing' | 'review' | 'active' | 'deprecated' | 'failed'

/** One version of the code that reads one bank (spec 1.6). Instants in ms UTC. */
export interface Script {
  readonly id: string
  readonly bankId: string
  readonly bankCode: string
  readonly flowType: FlowType
  readonly version: string
  readonly status: ScriptStatus
  readonly origin: 'system' | 'user'
  readonly baseScriptId: string | null
  readonly selectorMap: Record<string, unknown>
  /** `null` for official versions: their code ships with the program. */
  readonly code: string | null
  readonly userId: string | null
  readonly accountId: string | null
  readonly createdAt: number
  /** Since when it has its status. */
  readonly statusSince: number
}

/** A script ready to run. */
export interface RunnableScript {
  readonly id: string
  readonly version: string
  readonly code: string
}

/** What the browser of a bank needs to know: its `bank.json` with the host of the login address added. */
export interface BankProfile {
  readonly loginUrl: string | null
  readonly rules: readonly HostRule[]
  readonly locale: string
  readonly timeZone: string
  /** What the login page looks like, and what pages after it mean; for banks whose folder says so. */
  readonly login: LoginPage | null
  readonly outcomes: readonly LoginOutcome[]
}

/** What other features may ask of banks. */
export interface Banks {
  /** Reads every `bank.json` into the database; at start. A broken one is logged and leaves its bank as it was. */
  loadCatalogue(): void
  /** The active version bound to the account, else the user's, else the official one (9.6); `null` when there is none. */
  resolveScript(account: {
    readonly id: string
    readonly userId: string
    readonly bankId: string
  }): RunnableScript | null
  /** True when `resolveScript` would find one. */
  hasScript(accountId: string): boolean
  profile(bankId: string): BankProfile
  /** Writes where a bank's site runs; for sites without a fixed address. Throws for an unknown code or a bad address. */
  setLoginUrl(code: string, url: string): void
}
