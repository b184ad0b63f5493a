import { useLanguage } from '../features/preferences/language.ts'
import { createFormats, type Formats, localeFor } from './formats.ts'

const made = new Map<string, Formats>()

/** Formats of the language on the screen, made once per locale. */
export function useFormats(): Formats {
  const locale = localeFor(
    useLanguage((state) => state.language),
    navigator.languages,
  )
  const formats = made.get(locale) ?? createFormats(locale)
  made.set(locale, formats)
  return formats
}
