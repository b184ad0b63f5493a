import type { TFunction } from 'i18next'
import type { Rule, RuleConditions, RuleInput } from '../book-lists/books-api.ts'
import { decimalOf, minorOf } from '../reconciliation/amounts.ts'
import type { Ledger } from '../reconciliation/ledger-api.ts'

export const conditionsOf = (rule: Rule): RuleConditions => rule.conditions as RuleConditions

/** Each condition of a rule in words, in the order in which a person would say them. */
export function conditionWords(t: TFunction, conditions: RuleConditions, amount: (minor: number) => string): string[] {
  const quoted = (words: readonly string[]) => words.map((word) => t('bookRules.quoted', { word })).join(', ')
  const { direction, amount_from: from, amount_to: to, contains, not_contains: without } = conditions
  return [
    direction && t(`bookRules.is.${direction}`),
    from !== undefined && to !== undefined && t('bookRules.is.between', { from: amount(from), to: amount(to) }),
    from !== undefined && to === undefined && t('bookRules.is.from', { from: amount(from) }),
    from === undefined && to !== undefined && t('bookRules.is.to', { to: amount(to) }),
    contains && t('bookRules.is.contains', { words: quoted(contains) }),
    without && t('bookRules.is.without', { words: quoted(without) }),
    conditions.pattern !== undefined && t('bookRules.is.pattern', { pattern: conditions.pattern }),
    conditions.counterparty_account !== undefined &&
      t('bookRules.is.account', { account: conditions.counterparty_account }),
    conditions.counterparty_id !== undefined && t('bookRules.is.party'),
    conditions.bank_code !== undefined && t('bookRules.is.code', { code: conditions.bank_code }),
  ].filter((words) => typeof words === 'string')
}

/** The form of a rule as a person fills it in; amounts as typed, words separated by commas. */
export interface RuleValues {
  readonly ledger: string
  readonly direction: '' | 'credit' | 'debit'
  readonly from: string
  readonly to: string
  readonly contains: readonly string[]
  readonly without: readonly string[]
  readonly pattern: string
  readonly account: string
  readonly code: string
  readonly target: string
  readonly reason: string
  readonly unattended: boolean
  readonly below: string
}

export const emptyRule: RuleValues = {
  ledger: '',
  direction: '',
  from: '',
  to: '',
  contains: [],
  without: [],
  pattern: '',
  account: '',
  code: '',
  target: '',
  reason: 'bank_fee',
  unattended: false,
  below: '',
}

export function valuesOf(rule: Rule, precision: number): RuleValues {
  const conditions = conditionsOf(rule)
  const typed = (minor: number | null | undefined) =>
    minor === undefined || minor === null ? '' : decimalOf({ amount: String(minor), precision })
  return {
    ledger: rule.ledger_id ?? '',
    direction: conditions.direction ?? '',
    from: typed(conditions.amount_from),
    to: typed(conditions.amount_to),
    contains: conditions.contains ?? [],
    without: conditions.not_contains ?? [],
    pattern: conditions.pattern ?? '',
    account: conditions.counterparty_account ?? '',
    code: conditions.bank_code ?? '',
    target: rule.action.ledger_id,
    reason: rule.action.reason,
    unattended: rule.action.unattended_below !== null,
    below: typed(rule.action.unattended_below),
  }
}

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>

/** The conditions that were filled in; `kept` are those that the form does not show. */
export function conditionsIn(values: RuleValues, precision: number, kept: RuleConditions = {}): RuleConditions {
  const minor = (text: string) => {
    const found = text.trim() === '' ? null : minorOf(text, precision)
    return found === null ? undefined : Math.abs(Number(found))
  }
  return {
    ...(kept.counterparty_id === undefined ? {} : { counterparty_id: kept.counterparty_id }),
    ...given({
      direction: values.direction || undefined,
      amount_from: minor(values.from),
      amount_to: minor(values.to),
      contains: values.contains,
      not_contains: values.without,
      pattern: values.pattern.trim(),
      counterparty_account: values.account.trim(),
      bank_code: values.code.trim(),
    }),
  } as RuleConditions
}

export const ruleInput = (values: RuleValues, precision: number, kept: RuleConditions = {}): RuleInput => ({
  ledger_id: values.ledger === '' ? null : values.ledger,
  conditions: conditionsIn(values, precision, kept),
  action: {
    ledger_id: values.target,
    reason: values.reason,
    unattended_below: values.unattended ? Number(minorOf(values.below, precision) ?? 0) : null,
  },
})

/** Decimals of a rule's amounts: those of its ledger, else of the ledger it closes to. */
export const precisionIn = (ledgers: readonly Ledger[], ledger: string | null, target: string): number =>
  (ledgers.find(({ id }) => id === ledger) ?? ledgers.find(({ id }) => id === target))?.balance_posted.precision ?? 2
