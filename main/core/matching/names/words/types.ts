export type Language =
  | 'es'
  | 'pt'
  | 'en'
  | 'it'
  | 'de'
  | 'fr'
  | 'pl'
  | 'ru'
  | 'el'
  | 'tr'
  | 'ar'
  | 'he'
  | 'vi'
  | 'zh'
  | 'ja'
  | 'ko'
  | 'nordic'
  | 'nl'
  | 'hu'
  | 'ro'
  | 'in'

/** Folded words divided by blanks. */
export interface NamesByLanguage {
  readonly language: Language
  readonly common: string
  readonly other: string
}
