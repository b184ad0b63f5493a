import { createInstance, type TFunction } from 'i18next'
import english from '../../renderer/i18n/en/index.ts'
import spanish from '../../renderer/i18n/es/index.ts'

/** The window's own texts in one language, without a window. */
export function textsOf(language: 'es' | 'en'): TFunction {
  const texts = createInstance()
  void texts.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { es: { translation: spanish }, en: { translation: english } },
    interpolation: { escapeValue: false },
  })
  return texts.t
}
