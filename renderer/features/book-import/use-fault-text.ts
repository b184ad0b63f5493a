import { useTranslation } from 'react-i18next'
import type { BooksPreview } from '../book-lists/books-api.ts'

/** Why a line of an export cannot be booked, in the person's language where its code is known. */
export function useFaultText(): (fault: BooksPreview['faults'][number]) => string {
  const { t, i18n } = useTranslation()
  return ({ code, message, value = '' }) =>
    // The key is known to exist; codes come from the program and not from the compiler.
    i18n.exists(`bookImport.fault.${code}`) ? t(`bookImport.fault.${code as 'account_unknown'}`, { value }) : message
}
