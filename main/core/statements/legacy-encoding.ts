import iconv from 'iconv-lite'
import { guessScriptEncoding } from './script-encoding.ts'

/** Code pages that statements without a mark are found in, the likeliest first. */
const candidates = ['windows-1252', 'windows-1250', 'iso-8859-2', 'cp850', 'cp852', 'macintosh'] as const
const centralCandidates = ['windows-1250', 'iso-8859-2', 'cp852', 'windows-1252', 'cp850', 'macintosh'] as const

const western = new Set('äöüßéèêëàâçîïôùûñóíáúãõåøæìòœÿ')
const central = new Set('ąćęłńóśźżáčďéěíňřšťúůýžőűäöüßâăîșțşţđ')
/** Currencies of countries whose letters are those of the central European code pages. */
const centralCurrency = /(?<![A-Z])(?:PLN|CZK|HUF|RON|SKK|HRK|SIT|RSD|BAM)(?![A-Z])/
const centralIban = /(?<![A-Z])(?:PL|CZ|HU|RO|SK|HR|SI)\d\d ?\d{4}/
const signs = new Set('€£§°’‘“”„–—…®©«»´¿¡ªº½¼¾²³·•™†·×\u00a0')

function scoreOf(text: string, isCentral: boolean): number {
  let score = 0
  for (const found of text.matchAll(/[^\0-\x7f]/g)) {
    const at = found.index
    const sign = found[0]
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    if (/\p{L}/u.test(sign)) score += letterScore(sign, before, after, isCentral)
    else if ((sign === '€' || sign === '£') && /[\d\s(-]/.test(before + after)) score += 4
    else if (signs.has(sign)) score += /[a-z]/.test(before) && /[a-z]/.test(after) ? -3 : 0.5
    else score -= 5
  }
  return score
}

function letterScore(letter: string, before: string, after: string, isCentral: boolean): number {
  const lower = letter.toLowerCase()
  const isKnown = isCentral ? central.has(lower) : western.has(lower)
  const isOther = central.has(lower) || western.has(lower)
  let score = isKnown ? 3 : isOther ? 1 : -2
  // A lone letter before a number is the sign of a currency under another page.
  if (!/\p{L}/u.test(before) && /[\d ]/.test(after)) score -= 3
  if (/\p{L}/u.test(before) || /\p{L}/u.test(after)) score += 1
  // A capital inside small letters is no word, and a small letter inside capitals hardly one.
  const isUpper = letter !== lower
  if (isUpper && /\p{Ll}/u.test(before)) score -= 4
  if (!isUpper && letter !== 'ß' && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) score -= 4
  return score
}

/** The non-ASCII neighbourhoods of a sample; the rest says nothing about the code page. */
function excerpt(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let end = 0
  for (let i = 0; i < bytes.length && parts.length < 4000; i += 1) {
    if ((bytes[i] ?? 0) < 0x80 || i < end) continue
    let stop = i
    while (stop < bytes.length && stop - i < 64 && (bytes[stop] ?? 0) >= 0x80) stop += 1
    end = Math.min(bytes.length, stop + 3)
    parts.push(bytes.subarray(Math.max(0, i - 3), end), Buffer.from('\n'))
  }
  return Buffer.concat(parts)
}

/**
 * The code page whose letters make words, for text that is not UTF-8 and names no encoding (specification 4.5.1). The
 * languages are guessed by the file's currency and accounts. Deterministic; equal scores go to the likelier page.
 */
export function guessLegacyEncoding(bytes: Buffer): string {
  const other = guessScriptEncoding(bytes, candidates)
  if (other !== null) return other
  const ascii = bytes.toString('latin1')
  const isCentral = centralCurrency.test(ascii) || centralIban.test(ascii)
  const sample = excerpt(bytes)
  const pages = isCentral ? centralCandidates : candidates
  let best: string = pages[0]
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of pages) {
    const score = scoreOf(iconv.decode(sample, encoding), isCentral)
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}
