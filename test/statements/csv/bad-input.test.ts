import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../main/core/statements/csv/read-csv.ts'
import { StatementError } from '../../../main/core/statements/failure.ts'
import { lines, readTable, refuse } from './table.ts'

const header = 'Date,Description,Amount'

describe('CSV that cannot be read', () => {
  it('refuses binary data, prose and a table of words by name', async () => {
    expect((await refuse('\u0000\u0001\u0002PK\u0003\u0004'.repeat(200))).code).toBe('format_unknown')
    expect(await refuse('Dear customer\nyour statement is ready\n')).toMatchObject({
      code: 'format_unknown',
      message: expect.stringContaining('It begins with: Dear customer'),
      faults: [{ line: 1, code: 'file_start', params: { start: 'Dear customer\nyour statement is ready\n' } }],
    })
    expect((await refuse(lines('Name,City', 'A,Rome', 'B,Oslo'))).code).toBe('csv_no_amounts')
  })

  it('says so when the table has a header only', async () => {
    expect((await refuse(`${header}\n`)).code).toBe('csv_no_entries')
  })

  it('names the line of a quotation mark that is never closed, and reads the rest when it is excluded', async () => {
    const text = lines(header, '2025-01-01,"A",1.50', '2025-01-02,"B,2.50', '2025-01-03,C,3.50')
    const failure = await refuse(text)
    expect(failure.code).toBe('csv_quote_unclosed')
    expect(failure.faults[0]?.line).toBe(3)
    expect((await readTable(text, { excludeLines: [3] })).sum).toBe(500)
    const swallowed = await refuse(text.replace(',3.50', ',"3.50"'))
    expect(swallowed).toMatchObject({ code: 'rows_unreadable', faults: [{ line: 3 }] })
  })

  it('takes a quotation mark for a letter where no cell is enclosed', async () => {
    const { texts } = await readTable(lines(header, '2025-01-02,"5 inch,2.50', '2025-01-03,a "quoted" word,3.50'))
    expect(texts).toEqual(['"5 inch', 'a "quoted" word'])
  })

  it('refuses a million columns and a line of 100 million characters without long work', async () => {
    const started = performance.now()
    expect((await refuse(lines(header, '2025-01-01,A,1.50', ','.repeat(900_000)))).code).toBe('csv_too_many_columns')
    expect((await refuse(lines(header, '2025-01-01,A,1.50', 'x'.repeat(100_000_000)))).code).toBe('csv_line_too_long')
    expect((await refuse('"'.repeat(900_000))).code).toMatch(/format_unknown|csv_/)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it('lists up to a hundred unreadable lines and counts them all', async () => {
    const rows = Array.from(
      { length: 150 },
      (_, index) => `2025-01-${String((index % 28) + 1).padStart(2, '0')},row ${index},x${index}`,
    )
    const good = Array.from(
      { length: 150 },
      (_, index) => `2025-02-${String((index % 28) + 1).padStart(2, '0')},row ${index},${index}.50`,
    )
    const failure = await refuse(lines(header, ...rows, ...good))
    expect(failure.code).toBe('rows_unreadable')
    expect(failure.message).toContain('150 lines')
    expect(failure.faults).toHaveLength(100)
  })

  it('never rounds: a third decimal that is not zero fails with its line, and the precision may be raised', async () => {
    const text = lines(header, '2025-01-01,A,18.150', '2025-01-02,B,18.155', '2025-01-03,C,1.50')
    const failure = await refuse(text, { currency: 'EUR' })
    expect(failure).toMatchObject({ code: 'amount_precision', faults: [{ line: 3 }] })
    expect((await readTable(text, { currency: 'EUR', precision: { EUR: 3 } })).amounts).toEqual([18150, 18155, 1500])
  })

  it('refuses an unknown currency and an amount beyond the exact range', async () => {
    expect(
      (
        await refuse(
          lines(
            'Date,Description,Amount,Currency',
            '2025-01-01,A,1.50,EUR',
            '2025-01-02,A,1.50,QQQ',
            ...Array.from({ length: 20 }, (_, i) => `2025-01-03,B,${i}.50,EUR`),
          ),
        )
      ).code,
    ).toBe('currency_unknown')
    expect(
      (await refuse(lines(header, '2025-01-01,A,1.50', '2025-01-02,A,99999999999999999999.50'))).faults[0]?.code,
    ).toBe('amount_too_large')
  })

  it('does not take a shifted row for a good one', async () => {
    const failure = await refuse(
      lines(
        'Date,Description,Amount,Balance',
        '2025-01-01,A,1.00,11.00',
        '2025-01-02,Shop, 7,2.00,13.00',
        '2025-01-03,B,3.00,16.00',
      ),
    )
    expect(failure.faults.map(({ line }) => line)).toEqual([3])
  })

  it('stops when the caller cancels', async () => {
    const controller = new AbortController()
    controller.abort()
    async function* text() {
      yield lines(header, '2025-01-01,A,1.50')
    }
    const reading = readCsv(text(), { signal: controller.signal })
    await expect(reading.next()).rejects.toThrow(/abort/i)
  })

  it('answers every prefix of a table with a reading or a named refusal', async () => {
    const text = lines(
      'Konto:;DE02120300000000202051',
      '',
      'Datum;"Text";Betrag;Saldo',
      '14.04.2025;"A ""x""\nB";-50,00;50,00',
      '15.04.2025;C;1.020,00;1.070,00',
    )
    for (let length = 0; length <= text.length; length += 1)
      try {
        await readTable(text.slice(0, length))
      } catch (error) {
        expect(error).toBeInstanceOf(StatementError)
      }
  })
})
