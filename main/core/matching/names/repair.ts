/** A letter that was lost on the way; stands in a word where ? or U+FFFD stood. */
export const lostLetter = '\ufffd'

// What Windows-1252 shows for the bytes 80 to 9F; undefined bytes stay control characters.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
// What code page 850 (DOS, many core banking systems) means by the bytes 80 to FF.
const codePage850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const byteOf = (char: string): number => {
  const position = windows1252.indexOf(char)
  return position >= 0 ? 0x80 + position : char.charCodeAt(0)
}

const continuation = `[\u0080-\u00bf${windows1252}]`
// UTF-8 read as Windows-1252: "PÃ©rez". Only letters of scripts that payers write in are put back.
const twoBytes = new RegExp(`[\u00c2-\u00c5\u00ce-\u00d2\u00d6-\u00db]${continuation}`, 'g')
const threeBytes = new RegExp(`[\u00e1-\u00ef]${continuation}${continuation}`, 'g')
const fourCyrillicLower = /[\u00e3-\u00e5](?=[\u00a1-\u00bf])[\u00a1-\u00bf]/g

const decode = (chars: string): string => {
  const [lead = 0, ...rest] = Array.from(chars, byteOf)
  let code = rest.length === 1 ? lead & 0x1f : lead & 0x0f
  for (const byte of rest) code = (code << 6) | (byte & 0x3f)
  return String.fromCharCode(code)
}

/** "Ñ´" and "Ã’" are a letter with an apostrophe, as people type them; "ntÃ´n" is not. */
const isApostrophe = (pair: string, before: string): boolean =>
  /^[ÑÃ]/.test(pair) &&
  (pair.endsWith('’') || (pair.endsWith('´') && !(pair.startsWith('Ã') && /\p{Ll}/u.test(before))))

const readAsUtf8 = (text: string): string =>
  text
    .replace(threeBytes, decode)
    .replace(twoBytes, (pair, at: number, all: string) => (isApostrophe(pair, all[at - 1] ?? '') ? pair : decode(pair)))
    // The same after somebody changed the case: "pã©rez".
    .replace(fourCyrillicLower, (chars) => decode(String.fromCharCode(chars.charCodeAt(0) - 0x20) + chars.slice(1)))

const looksLikeUtf8 = /[\u00c2-\u00c5\u00ce-\u00d2\u00d6-\u00db\u00e1-\u00ef][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]/

// Signs that no name contains but that code page 850 letters turn into: é ‚, í ¡, ó ¢, ú £, ñ ¤, Ñ ¥, Ç € …
const looksLike850 =
  /\p{L}[\u0081\u008d\u008f\u0090\u009d‚ƒ†‡ˆ‰›¡¢£¤¥µ¶]|[\u0081\u008d\u008f\u0090\u009d‚ƒ†‡ˆ‰¤¥µ¶](?=\p{L})|(?<=\p{L})[€™„“”](?=\p{L})/u
// Letters of the wrong case for their word, as Ô, Õ and Ü become ("MâNICA", "GšEMES") or ã ("JoÆo").
const hasWrongCase =
  /\p{Lu}[\u00df-\u00ffšœž]\p{Lu}|\p{Lu}{2}[\u00df-\u00ffšœž](?!\p{Ll})|\p{Ll}[\u00c6\u00c7](?=\p{Ll})/u

const readAs850 = (text: string): string =>
  Array.from(text, (char) => {
    const byte = byteOf(char)
    // A blank between words may be the usual no-break space and is left alone.
    return byte > 0x80 - 1 && byte < 0x100 ? (codePage850[byte - 0x80] ?? char) : char
  }).join('')

/** What reading again made of it, unless signs came out that no name has: then it was no code page 850. */
const onlyLetters = (text: string): string | undefined =>
  /[\u2500-\u25ff±‗¾¶§÷¸°¨·¹³²©®¬½¼«»]/.test(text) ? undefined : text

const namedLetter =
  /&(?:([a-zA-Z])(?:acute|grave|circ|tilde|uml|cedil|ring|slash|caron)|#(\d{2,5})|(amp|quot|apos|nbsp|szlig));/g

const readEntities = (text: string): string =>
  text.replace(
    namedLetter,
    (entity, letter: string | undefined, code: string | undefined, name: string | undefined) => {
      if (letter !== undefined)
        return entity.includes('tilde') && /n/i.test(letter) ? (letter === 'n' ? 'ñ' : 'Ñ') : letter
      if (code !== undefined) return String.fromCharCode(Number(code))
      return name === 'amp' ? '&' : name === 'szlig' ? 'ss' : ' '
    },
  )

// "GarcÃa": the second half of í is an invisible hyphen, which many systems drop.
const halfLetter = /(?<=\p{Ll})Ã(?=\p{Ll}|\s|$)/gu
// The second byte had no sign of its own: "LUKAVSKÃ\ufffd".
const headless = /(?:[\u00c3-\u00c5]|[\u00e1-\u00e3][\u0080-\u00bf])[\ufffd\u0081\u008d\u008f\u0090\u009d]/g
const lost = /(?<=\p{L})[?#@*\ufffd]+|[?#@*\ufffd]+(?=\p{L})|\ufffd+/gu

/**
 * Undoes what happens to letters on the way: UTF-8 read as Windows-1252 (also twice), code page 850 read as
 * Windows-1252, HTML entities. What cannot be known again becomes `lostLetter`.
 */
export function repairText(text: string): string {
  let repaired = text.includes('&') ? readEntities(text) : text
  for (let times = 0; times < 2 && looksLikeUtf8.test(repaired); times++) repaired = readAsUtf8(repaired)
  if (looksLike850.test(repaired)) repaired = readAs850(repaired)
  else if (hasWrongCase.test(repaired)) repaired = onlyLetters(readAs850(repaired)) ?? repaired
  return repaired
    .replace(headless, lostLetter)
    .replace(halfLetter, lostLetter)
    .replace(lost, (marks) => lostLetter.repeat(marks.length))
}
