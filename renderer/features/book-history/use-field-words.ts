import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { exponentOrNull } from '../../../main/core/statements/currencies.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { AuditEvent } from '../book-lists/books-api.ts'
import { ledgerName, useBooks } from '../books/store.ts'
import type { Ledger } from '../reconciliation/ledger-api.ts'
import { runs } from '../reconciliation/store.ts'
import { useBookFormats } from '../reconciliation/use-book-formats.ts'
import { nameOf, recordOf } from './differences.ts'
import type { FieldWords } from './field-text.ts'

const isWord = /^[a-z_]+$/

/** Amounts of a record are of its own currency, else of the ledger of its run. */
function currencyOf(event: AuditEvent, ledger: Ledger | undefined): { currency: string; precision: number } {
  const { currency } = (recordOf(event.after ?? event.before) ?? {}) as { readonly currency?: unknown }
  if (ledger && (typeof currency !== 'string' || currency === ledger.currency_code)) return ledger.balance_posted
  const code = typeof currency === 'string' ? currency : ''
  return { currency: code, precision: exponentOrNull(code) ?? 2 }
}

/** What the fields of an event are written with. */
export function useFieldWords(event: AuditEvent): FieldWords {
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  const books = useBookFormats()
  const ledgers = useBooks((state) => state.ledgers)
  const { data: run } = useLoaded(runs, event.run_id)
  return useMemo(() => {
    // Words of the trail come from the program, and not from the compiler; an unknown one is shown as it is.
    const value = (word: string) =>
      i18n.exists(`history.value.${word}`) ? t(`history.value.${word as 'yes'}`) : undefined
    const reason = (word: string) =>
      i18n.exists(`worklist.reasons.${word}`) ? t(`worklist.reasons.${word as 'bank_fee'}`) : undefined
    const { currency, precision } = currencyOf(
      event,
      ledgers?.find(({ id }) => id === run?.ledger_id),
    )
    return {
      known: (word) => (isWord.test(word) ? (value(nameOf(word)) ?? reason(word)) : undefined),
      field: (name) =>
        i18n.exists(`history.fieldName.${name}`)
          ? t(`history.fieldName.${name as 'code'}`)
          : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      instant: formats.exact,
      day: books.day,
      amount: (minor) => `${books.amount({ amount: String(minor), currency, precision })} ${currency}`.trim(),
      number: formats.number,
      ledger: (id) => {
        const ledger = ledgers?.find((each) => each.id === id)
        return ledger && ledgerName(ledger)
      },
      several: (count) => t('history.several', plural(count, formats.number)),
    }
  }, [t, i18n, formats, books, ledgers, run, event])
}
