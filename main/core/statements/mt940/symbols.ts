import type { StructuredReference } from '../types.ts'

// Variable, constant and specific symbol of Czech and Slovak payments: "VS:123", "/VS123/SS/KS0308", "VS 123".
const symbol = /(?<![A-Z0-9])(VS|KS|SS)(?:[:./]\s?|\s)?0*(\d{1,10})(?!\d)/g

/** The symbols of a text; zeros are none. A lone specific or constant symbol is too weak without punctuation. */
export function symbolsIn(text: string): StructuredReference[] {
  if (!text.includes('VS')) return []
  return [...text.matchAll(symbol)]
    .filter((found) => Number(found[2]) > 0)
    .map((found) => ({ scheme: found[1] ?? '', value: found[2] ?? '', check: 'none' as const }))
}
