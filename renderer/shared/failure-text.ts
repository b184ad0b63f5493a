import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Failure } from './failure.ts'

const byStatus: Readonly<Record<number, string>> = {
  0: 'unreachable',
  401: 'signedOut',
  429: 'tooMany',
  500: 'internal',
}

/** The failure in the person's language where its code is known, else the program's own words. */
export function failureText(texts: Pick<i18n, 't' | 'exists'>, failure: Failure): string {
  const known = [failure.code?.replaceAll('.', '_'), byStatus[failure.status]].find(
    (key) => key !== undefined && texts.exists(`errors.${key}`),
  )
  // The key is known to exist; its parts come from the program and not from the compiler.
  return known === undefined ? failure.message : texts.t(`errors.${known}` as 'errors.internal')
}

export function useFailureText(): (failure: Failure) => string {
  const { i18n } = useTranslation()
  return (failure) => failureText(i18n, failure)
}
