import { create } from 'zustand'

export const languages = ['es', 'en'] as const
export type Language = (typeof languages)[number]

const key = 'reconbanker.language'

const isLanguage = (value: string | null): value is Language => languages.some((language) => language === value)

/** The choice of this device; Spanish where none was made (spec 10). */
export const rememberedLanguage = (): Language => {
  const stored = localStorage.getItem(key)
  return isLanguage(stored) ? stored : 'es'
}

/** The language that is on the screen: set once its texts are loaded. */
export const useLanguage = create<{ language: Language }>(() => ({ language: 'es' }))

export const rememberLanguage = (language: Language): void => {
  localStorage.setItem(key, language)
  useLanguage.setState({ language })
}
