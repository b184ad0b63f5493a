import iconv from 'iconv-lite'
import { isHeaderName } from './csv/match-header.ts'

/** Code pages of alphabets other than Latin, and of Latin ones that only the words of a table tell apart. */
const pages = [
  'windows-1251',
  'koi8-r',
  'cp866',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-1254',
  'windows-1257',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const

const cyrillic = new Set('оеаинтсрвл')
/** The commonest letters of each alphabet that is written in one byte a letter. */
const alphabets: Readonly<Record<string, ReadonlySet<string>>> = {
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  cp866: cyrillic,
  'windows-1253': new Set('αοιετσνηυρ'),
  'windows-1255': new Set('יוהלאתרבמש'),
}

const sampled = 20_000
/** The names of the columns stand in front. */
const headerBytes = 4_000
const leastHeaders = 2
const leastLetters = 12

/** How many cells are the name of a column and say so in letters beyond ASCII. */
function countHeaders(text: string): number {
  const cells = new Set(text.split(/[;,\t|"\r\n]+/))
  let found = 0
  for (const cell of cells) {
    const name = cell.trim()
    if (name.length < 2 || name.length > 60 || !/[^\0-\x7f]/.test(name)) continue
    if (isHeaderName(name)) found += 1
  }
  return found
}

/** Whether letters beyond ASCII stand in whole words, and not as the accents of a Latin language. */
function isOtherAlphabet(bytes: Buffer): boolean {
  let letters = 0
  let inRuns = 0
  let run = 0
  for (const byte of bytes.subarray(0, sampled)) {
    if (byte >= 0x80) {
      run += 1
      letters += 1
      continue
    }
    if (run > 2) inRuns += run
    run = 0
  }
  return letters >= leastLetters && inRuns * 5 >= letters * 3
}

/** Share of the letters beyond ASCII that are the commonest of the alphabet. */
function shareOf(text: string, common: ReadonlySet<string>): number {
  let letters = 0
  let known = 0
  for (const [sign] of text.matchAll(/[^\0-\x7f]/g)) {
    letters += 1
    if (common.has(sign)) known += 1
    else if (common.has(sign.toLowerCase())) known += 0.5
  }
  return letters === 0 ? 0 : known / letters
}

/**
 * The code page of a text that is not in one of the usual Latin ones: that under which the names of a table's columns
 * are words, else the one whose letters are the commonest of their alphabet. Null for Latin texts.
 */
export function guessScriptEncoding(bytes: Buffer, latin: readonly string[]): string | null {
  const front = bytes.subarray(0, sampled)
  const named = bytes.subarray(0, headerBytes)
  const headersUnder = (page: string) => countHeaders(iconv.decode(named, page))
  const usual = Math.max(...latin.map(headersUnder))
  let best: string | null = null
  let most = Math.max(usual, leastHeaders - 1)
  for (const page of pages) {
    const found = headersUnder(page)
    if (found <= most) continue
    best = page
    most = found
  }
  if (best !== null || usual >= leastHeaders || !isOtherAlphabet(front)) return best
  const rated = Object.entries(alphabets)
    .map(([page, common]) => ({ page, share: shareOf(iconv.decode(front, page), common) }))
    .sort((a, b) => b.share - a.share)
  const [likeliest] = rated
  return likeliest && likeliest.share >= 0.45 ? likeliest.page : null
}
