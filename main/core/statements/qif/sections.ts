import { splitNumber } from '../csv/number-text.ts'
import { type Order, splitQifDate } from './qif-date.ts'
import type { QifField, QifPart } from './records.ts'

/** A transaction with the account its section names. */
export interface Placed {
  readonly fields: readonly QifField[]
  readonly line: number
}

export type SectionEvent =
  | { readonly kind: 'account'; readonly name: string; readonly line: number }
  | { readonly kind: 'transaction'; readonly transaction: Placed }
  | { readonly kind: 'investment'; readonly line: number }
  | { readonly kind: 'date_order'; readonly order: Order }
  | { readonly kind: 'unknown_type'; readonly type: string; readonly line: number }

const accountTypes = new Set(['bank', 'ccard', 'cash', 'otha', 'othl', 'creditcard', 'port'])
const listTypes = new Set(['cat', 'class', 'memorized', 'security', 'prices', 'budget', 'invitem', 'template', 'tax'])

/** Follows the `!` headers: which records are transactions, which describe accounts, which are lists of something. */
export class Sections {
  private mode: 'transactions' | 'accounts' | 'list' | 'investments' = 'transactions'
  /** Accounts named since `!Option:AutoSwitch`: several of them are a list and not the account of what follows. */
  private listed = 0

  take(part: QifPart): SectionEvent[] {
    if (part.kind === 'header') return this.takeHeader(part.text, part.line)
    if (this.mode === 'transactions') return [{ kind: 'transaction', transaction: part }]
    // Some programs write no !Type: after the account.
    if (this.mode === 'accounts' && isTransaction(part.fields)) return [{ kind: 'transaction', transaction: part }]
    if (this.mode === 'investments') return [{ kind: 'investment', line: part.line }]
    const name = this.mode === 'accounts' ? part.fields.find((field) => field.code === 'N')?.value : undefined
    if (name !== undefined) this.listed += 1
    return name === undefined ? [] : [{ kind: 'account', name, line: part.line }]
  }

  private takeHeader(text: string, line: number): SectionEvent[] {
    if (/^!account\b/i.test(text)) {
      this.mode = 'accounts'
      return []
    }
    const option = /^!(option|clear)\s*:\s*(.*)$/i.exec(text)
    if (option) return this.takeOption(option[1]?.toLowerCase() === 'option', option[2]?.toLowerCase() ?? '', line)
    const type = /^!type\s*:\s*(.*)$/i.exec(text)?.[1]
    if (type === undefined) return []
    const name = type.toLowerCase().replace(/[\s_]+/g, '')
    if (name.startsWith('invst')) this.mode = 'investments'
    else if (listTypes.has(name)) this.mode = 'list'
    else this.mode = 'transactions'
    return this.mode === 'transactions' && !accountTypes.has(name) ? [{ kind: 'unknown_type', type, line }] : []
  }

  /** `!Option:` and `!Clear:` lines; others, such as AllXfr, say how a program shall book transfers. */
  private takeOption(isOn: boolean, name: string, line: number): SectionEvent[] {
    if (isOn && (name === 'mdy' || name === 'dmy')) return [{ kind: 'date_order', order: name }]
    if (name !== 'autoswitch') return []
    const isList = !isOn && this.mode === 'accounts' && this.listed > 1
    this.listed = 0
    return isList ? [{ kind: 'account', name: '', line }] : []
  }
}

/** In an account record D is a description and T the type of account; in a transaction they are date and amount. */
function isTransaction(fields: readonly QifField[]): boolean {
  const value = (code: string) => fields.find((field) => field.code === code)?.value ?? ''
  return splitQifDate(value('D')) !== null && splitNumber(value('T')) !== null
}
