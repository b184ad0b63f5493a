import type { TFunction } from 'i18next'

const anyOther = 'other-bank'

/** What a bank calls itself; the entry that stands for all others is named in the language of the window. */
export const bankName = (t: TFunction, { code, name }: { readonly code: string; readonly name: string }): string =>
  code === anyOther ? t('accounts.anotherBank') : name
