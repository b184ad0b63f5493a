import type { StatementEntry } from '../types.ts'

const nameLength = 32

type Remittance = Pick<StatementEntry, 'remittanceText' | 'remittanceJoined'>

/**
 * The text of a transaction. NAME is cut at 32 characters and repeated or continued in MEMO: a repetition (of its
 * end also) is dropped, a continuation joined in both forms. `written` is NAME where a PAYEE aggregate gave the counterparty.
 */
export function remittanceOf(party: string, written: string, memo: string): Partial<Remittance> {
  const name = tidy(written)
  const text = tidy(memo)
  const start = name === tidy(party) ? '' : name
  if (text === '') return start === '' ? {} : both(start, start)
  if (name === '' || contains(text, name)) return text === name && start === '' ? {} : both(text, text)
  if (contains(name, text)) return start === '' ? both(text, text) : both(start, start)
  if (written.trim().length >= nameLength) return both(`${name} ${text}`, `${written.trim()}${memo.trim()}`)
  return start === '' ? both(text, text) : both(`${start} ${text}`, `${start}${text}`)
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
const contains = (text: string, part: string) => text.toUpperCase().includes(part.toUpperCase())
const both = (remittanceText: string, remittanceJoined: string) => ({
  remittanceText,
  remittanceJoined: tidy(remittanceJoined),
})
