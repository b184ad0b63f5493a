import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { pieces } from '../../main/core/statements/byte-source.ts'
import { type DecodeHints, decode } from '../../main/core/statements/decode.ts'

async function decoded(bytes: Uint8Array, hints: Partial<DecodeHints> = {}) {
  const decoding = decode(pieces(bytes), bytes, { format: 'csv', declared: null, ...hints })
  let text = ''
  for await (const chunk of decoding.text) text += chunk
  return { text, encoding: decoding.encoding(), codes: decoding.warnings.map(({ code }) => code) }
}

test('marks and UTF-16 without a mark', async () => {
  const text = 'Datum;Bétrag\r\n2025-01-31;5,00\r\n'
  expect(await decoded(Buffer.from(`\ufeff${text}`))).toMatchObject({ text, encoding: 'utf-8' })
  expect(await decoded(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ text, encoding: 'utf-16le' })
  expect(await decoded(Buffer.from(text, 'utf16le'))).toMatchObject({ text, encoding: 'utf-16le' })
  expect(await decoded(iconv.encode(text, 'utf-16be', { addBOM: true }))).toMatchObject({ text, encoding: 'utf-16be' })
  expect(await decoded(iconv.encode(text, 'utf-16be'))).toMatchObject({ text, encoding: 'utf-16be' })
})

const samples: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1252', 'Empfänger;Überweisung Müller & Söhne, Größe 5 €;EUR'],
  ['windows-1252', 'Prélèvement à échéance, reçu n° 5;EUR'],
  ['windows-1252', 'Date,Details,Amount\n2025-01-31,Coffee,£5.00\n2025-02-01,Tea,-£3.20'],
  ['windows-1252', 'Datum;Betrag\n31.01.2025;5,00 €\n01.02.2025;-3,20 €'],
  ['windows-1250', 'Odbiorca;Przelew środków, Łukasz Żółć, Świętokrzyska;PLN'],
  ['iso-8859-2', 'Tytuł;Śląska Agencja, opłata za część, Źródło;PLN'],
  ['cp852', 'Csoportos átutalás jóváírása, Győri Fűtőmű, Hűségdíj;HUF'],
  ['cp850', 'Empfänger Müller, Größe, Zürich, Straße, Überweisung;CHF'],
  ['macintosh', 'Prélèvement à échéance, reçu, Müller Straße;EUR'],
]

test.each(samples)('text in %s without a mark is read right: %s', async (encoding, text) => {
  expect(await decoded(iconv.encode(`${text}\n`.repeat(3), encoding))).toEqual({
    text: `${text}\n`.repeat(3),
    encoding,
    codes: [],
  })
})

test('a declared code page is used, but not against valid UTF-8', async () => {
  const text = 'Müller'
  expect(await decoded(iconv.encode(text, 'cp850'), { declared: 'cp850' })).toMatchObject({ text, encoding: 'cp850' })
  expect(await decoded(Buffer.from(text), { format: 'ofx', declared: '1252' })).toEqual({
    text,
    encoding: 'utf-8',
    codes: ['encoding_mismatch'],
  })
})

test('the user’s choice wins', async () => {
  const bytes = iconv.encode('Łódź', 'windows-1250')
  expect((await decoded(bytes, { chosen: 'windows-1250' })).text).toBe('Łódź')
  expect(() => decode(pieces(bytes), bytes, { format: 'csv', declared: null, chosen: 'klingon' })).toThrow('klingon')
})

test('a letter cut by the bank does not spoil the UTF-8 of the rest', async () => {
  const bytes = Buffer.concat([Buffer.from('Bäcker;Größe;Stra'), Buffer.from([0xc3]), Buffer.from(';Müller')])
  const { text, encoding, codes } = await decoded(bytes)
  expect(text).toBe('Bäcker;Größe;StraÃ;Müller')
  expect(encoding).toBe('utf-8')
  expect(codes).toEqual(['encoding_mismatch'])
})

test('letters are never cut by the pieces a file arrives in', async () => {
  const text = 'ä€😀ß'.repeat(60_000)
  const bytes = Buffer.from(`x${text}`)
  expect((await decoded(bytes)).text).toBe(`x${text}`)
})
