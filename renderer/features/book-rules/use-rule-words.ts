import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule, RuleConditions } from '../book-lists/books-api.ts'
import { ledgerName, useBooks } from '../books/store.ts'
import { useBookFormats } from '../reconciliation/use-book-formats.ts'
import type { ClosingReason } from '../reconciliation/worklist/closing-reasons.ts'
import { conditionsOf, conditionWords, precisionIn } from './rule-words.ts'

/** A rule in words: when it holds and what it does, in the amounts of its ledger. */
export function useRuleWords() {
  const { t } = useTranslation()
  const formats = useBookFormats()
  const ledgers = useBooks((state) => state.ledgers)
  return useMemo(() => {
    const nameOf = (id: string) => {
      const ledger = ledgers?.find((each) => each.id === id)
      return ledger ? ledgerName(ledger) : t('bookRules.unknownLedger')
    }
    const amountOf = (rule: Pick<Rule, 'ledger_id' | 'action'>) => {
      const precision = precisionIn(ledgers ?? [], rule.ledger_id, rule.action.ledger_id)
      return (minor: number) => formats.amount({ amount: String(minor), precision, currency: '' })
    }
    return {
      nameOf,
      conditions: (rule: Rule): string[] => conditionWords(t, conditionsOf(rule), amountOf(rule)),
      action: (rule: Rule): string =>
        t('bookRules.closesAs', {
          reason: t(`worklist.reasons.${rule.action.reason as ClosingReason}`),
          ledger: nameOf(rule.action.ledger_id),
        }),
      /** What is closed without a click; null where a person is always asked. */
      unattended: (rule: Rule): string | null =>
        rule.action.unattended_below === null ? null : amountOf(rule)(rule.action.unattended_below),
      of: (conditions: RuleConditions, rule: Pick<Rule, 'ledger_id' | 'action'>) =>
        conditionWords(t, conditions, amountOf(rule)),
    }
  }, [t, formats, ledgers])
}
