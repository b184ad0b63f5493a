// Marks that only accentuate or point a letter; U+0640 only stretches an Arabic word. Vowel signs of other scripts
// (Devanagari, Thai …) and the voicing of kana tell words apart and stay.
const accents =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}]]--[\u3099\u309a]]|\u0640/gv

// Unicode splits these into a blank and an accent, which would cut a word in two ("O´Neil").
const spacingAccents =
  /[\u00a8\u00af\u00b4\u00b8\u02b0-\u02ff\u037a\u0384\u0385\u1fbd\u1fbf-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd\u1ffe\u2017\u203e\ufe49-\ufe4f\ufe70-\ufe7f]+/g

const ascii = /^[\n\r\t -~]*$/
const strokedLetters = /[æðøþđħıłœŧς]/g
const unstroked: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ŧ: 't',
  ς: 'σ',
}

/**
 * Text without case and accents, in any script: `Pérez` → `perez`, `WEISS` and `Weiß` → `weiss`. Punctuation stays.
 * Folding twice changes nothing.
 * The order of spec 3.4 (lower-case, decompose, drop accents), composed again at the end so that a Korean syllable or a
 * voiced kana stays one letter.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  const folded = foldOnce(text)
  // A few letters (ŉ, ㈀) become others that fold once more.
  return folded === text || ascii.test(folded) ? folded : foldText(folded)
}

const foldOnce = (text: string): string =>
  text
    .replace(spacingAccents, '')
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(strokedLetters, (letter) => unstroked[letter] ?? letter)
    .normalize('NFC')
