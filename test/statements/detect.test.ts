import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pieces } from '../../main/core/statements/byte-source.ts'
import { detect } from '../../main/core/statements/detect.ts'
import { StatementError } from '../../main/core/statements/failure.ts'
import { readEvents } from '../../main/core/statements/read.ts'
import { writeZip } from '../support/zip-writer.ts'
import { writeOne } from './camt-writer.ts'
import { read, refusal } from './reading.ts'

const formatOf = (content: string | Uint8Array) =>
  detect(typeof content === 'string' ? Buffer.from(content) : content).format

test('each format is known by its content', () => {
  expect(formatOf(writeOne({}))).toBe('camt.053')
  expect(formatOf('<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX></OFX>')).toBe('ofx')
  expect(formatOf('OFXHEADER:100\r\nDATA:OFXSGML\r\n\r\n<OFX>')).toBe('ofx')
  expect(formatOf('\n\n<OFX><SIGNONMSGSRSV1>')).toBe('ofx')
  expect(formatOf(':20:X\r\n:25:1\r\n:60F:C250101EUR1,\r\n')).toBe('mt940')
  expect(formatOf('{1:F01BANK}{2:I940}{4:\r\n:20:X\r\n:61:2501010101D1,NTRF\r\n')).toBe('mt940')
  expect(formatOf('\u0001\r\n:20:X\r\n:60M:C250101EUR1,\r\n')).toBe('mt940')
  expect(formatOf('01,BANK,ME,250101,1200,1,,,2/\n02,ME,BANK,1,250101,,EUR,2/\n')).toBe('bai2')
  expect(formatOf('!Type:Bank\nD1/2/25\nT-5\n^\n')).toBe('qif')
  expect(formatOf('!Account\nNcash\n^\n')).toBe('qif')
  expect(formatOf('Date;Amount\n31.01.2025;-12,50\n')).toBe('csv')
  expect(formatOf('"Datum","Bedrag"\r"20250131","1.234,50"\r')).toBe('csv')
  expect(formatOf(Buffer.from('Date\tAmount\n2025-01-31\t5\n', 'utf16le'))).toBe('csv')
})

test('7: reports and notifications are refused by name', async () => {
  const renamed = (name: string) => writeOne({}).replaceAll('BkToCstmrStmt', name)
  expect((await refusal(renamed('BkToCstmrAcctRpt'))).code).toBe('camt_052_intraday')
  expect((await refusal(renamed('ns:BkToCstmrDbtCdtNtfctn'))).code).toBe('camt_054_notification')
  expect((await refusal(':20:X\r\n:25:1\r\n:34F:EUR0,\r\n:61:2501010101D1,NTRF\r\n:90D:1EUR1,\r\n')).code).toBe(
    'mt942_intraday',
  )
})

test('66: what is no statement is refused by name', async () => {
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ['file_empty', ''],
    ['file_empty', '\ufeff  \r\n'],
    ['pdf_not_supported', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
    ['spreadsheet_not_supported', writeZip([{ name: '[Content_Types].xml', content: '<Types/>' }])],
    ['spreadsheet_not_supported', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['html_instead_of_data', '<!DOCTYPE html><html><body>Your session has expired</body></html>'],
    ['html_instead_of_data', '<table><tr><td>01.01.2025</td><td>5,00</td></tr></table>'],
    ['archive_not_opened', writeZip([{ name: 'a.xml', content: writeOne({}) }])],
    ['archive_nested', gzipSync(gzipSync(writeOne({})))],
    ['archive_damaged', gzipSync(writeOne({ entries: [{ amount: '1.00' }] })).subarray(0, 90)],
    ['xml_doctype_forbidden', '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "b">]><lolz>&a;</lolz>'],
    ['format_unknown', '<?xml version="1.0"?><Invoice></Invoice>'],
    ['format_unknown', '{"transactions": []}'],
    ['format_unknown', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256))],
  ]
  for (const [code, content] of cases) {
    const error = await refusal(content)
    expect.soft(error.code, code).toBe(code)
    expect.soft(error.message).toMatch(/[.!·}>]$/)
  }
})

test('an unknown file shows its first 200 characters, without control characters', async () => {
  const { message } = await refusal(`dear diary\u0007${'.'.repeat(500)}`)
  expect(message).toContain('dear diary·...')
  expect(message.length).toBeLessThan(320)
})

test('gzip is unpacked once', async () => {
  const { format, statements } = await read(gzipSync(writeOne({ entries: [{ amount: '1.00' }] })))
  expect(format).toBe('camt.053')
  expect(statements[0]?.entries).toHaveLength(1)
})

test('a refused file lets go of its source', async () => {
  let isClosed = false
  async function* pdf() {
    try {
      for (let i = 0; i < 100; i += 1) yield Buffer.from('%PDF-1.7'.padEnd(64 * 1024))
    } finally {
      isClosed = true
    }
  }
  await expect(readEvents(pdf())).rejects.toMatchObject({ code: 'pdf_not_supported' })
  expect(isClosed).toBe(true)
})

test('reading can be stopped between two pieces', async () => {
  const content = writeOne({ entries: Array.from({ length: 2000 }, () => ({ amount: '1.00' })) })
  const stop = new AbortController()
  let isClosed = false
  async function* file() {
    try {
      yield* pieces(Buffer.from(content))
    } finally {
      isClosed = true
    }
  }
  const { events } = await readEvents(file(), { signal: stop.signal })
  await events.next()
  stop.abort()
  await expect(events.next()).rejects.toThrow('abort')
  expect(isClosed).toBe(true)
})

test('a file beyond the limit is refused, packed or not', async () => {
  const content = writeOne({ entries: [{ amount: '1.00', info: 'x'.repeat(400_000) }] })
  expect((await refusal(content, { maxBytes: 300_000 })).code).toBe('file_too_large')
  expect((await refusal(gzipSync(content), { maxBytes: 300_000 })).code).toBe('file_too_large')
})

test('no content makes detection slow', () => {
  const size = 256 * 1024
  const runs = [
    '\n',
    ' ',
    '<',
    '<a ',
    '<!---->',
    '<??>',
    '"',
    ',',
    '1',
    '1 ',
    '{4:',
    ':',
    '88,\n',
    '01.01.2025;',
    '<OFX',
    '\r',
  ]
  for (const run of runs)
    for (const start of ['', '<?xml ', ':20:', '01,\n', 'a,b\n']) {
      const head = Buffer.from(`${start}${run.repeat(size / run.length)}x`).subarray(0, size)
      const before = performance.now()
      try {
        detect(head)
      } catch (error) {
        expect(error).toBeInstanceOf(StatementError)
      }
      expect.soft(performance.now() - before, JSON.stringify([start, run])).toBeLessThan(1000)
    }
})

test('detection of a large head takes little time', () => {
  const lines = Array.from({ length: 8000 }, (_, i) => `word ${i}, another word; and | more\tof it`).join('\n')
  const head = Buffer.from(lines).subarray(0, 256 * 1024)
  const before = performance.now()
  expect(() => detect(head)).toThrow('none of the formats')
  // Target 20 ms on a free machine; the bound leaves room for a busy one.
  expect(performance.now() - before).toBeLessThan(200)
})
