import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, rememberedLanguage, rememberLanguage } from '../features/preferences/language.ts'
import type texts from './es/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof texts }
  }
}

/** Texts of one language, fetched when first wanted; a test holds both to the same set of keys. */
const load = async (language: Language): Promise<typeof texts> =>
  language === 'es' ? (await import('./es/index.ts')).default : (await import('./en/index.ts')).default

const add = async (language: Language) => {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await load(language))
}

export async function startTexts(): Promise<void> {
  const language = rememberedLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  show(language)
}

export async function changeLanguage(language: Language): Promise<void> {
  await add(language)
  await i18next.changeLanguage(language)
  show(language)
}

const show = (language: Language) => {
  document.documentElement.lang = language
  rememberLanguage(language)
}
