import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'

/** What the program says of a file: a code, its own words, and what they name. */
export interface Said {
  readonly code: string
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

type Part = 'remark' | 'ask' | 'fault'
type Texts = Pick<i18n, 't' | 'exists'>

/** The words of the window's language for a code, told apart by `params.context`; null where there are none. */
function ownText(texts: Texts, part: Part, { code, message, params }: Said): string | null {
  const keys = [`fileWords.${part}.${code}_${params?.context}`, `fileWords.${part}.${code}`, `errors.${code}`]
  const key = keys.find((each) => texts.exists(each))
  if (key === undefined) return null
  // The key is known to exist; its parts come from the program and not from the compiler.
  const { context: _, ...named } = params ?? {}
  const text = String(texts.t(key as 'errors.internal', named))
  // Kept by an earlier version, without what the text names.
  return text.includes('{{') ? message : text
}

/** The words of the window's language; the program's own for what it has no words for. */
export const fileText = (texts: Texts, part: Part, said: Said): string => ownText(texts, part, said) ?? said.message

/** A place that was refused: a fault, or a question that nobody has answered. */
export const placeText = (texts: Texts, said: Said): string =>
  ownText(texts, 'fault', said) ?? fileText(texts, 'ask', said)

/** The label of an answer, for those that belong to one kind of file. */
function answerText(texts: Texts, choice: string): string {
  const key = `fileWords.answer.${choice}`
  return texts.exists(key) ? texts.t(key as 'errors.internal') : choice
}

/** What a file was recognised by. */
function reasonText(texts: Texts, format: string, reason: string): string {
  const key = `fileWords.reason.${format.replace('.', '_')}`
  return texts.exists(key) ? texts.t(key as 'errors.internal') : reason
}

export function useFileWords() {
  const { i18n } = useTranslation()
  return {
    remark: (said: Said) => fileText(i18n, 'remark', said),
    ask: (said: Said) => fileText(i18n, 'ask', said),
    fault: (said: Said) => fileText(i18n, 'fault', said),
    place: (said: Said) => placeText(i18n, said),
    answer: (choice: string) => answerText(i18n, choice),
    reason: (format: string, reason: string) => reasonText(i18n, format, reason),
  }
}
