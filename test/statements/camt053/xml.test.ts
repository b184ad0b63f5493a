import { expect, test } from 'vitest'
import { readEvents } from '../../../main/core/statements/read.ts'
import { writeCamt, writeOne } from '../camt-writer.ts'
import { codesOf, read, readSingle, refusal } from '../reading.ts'

// Numbers are those of the ledger specification, 15.1.

const plain = writeOne({
  opening: '0',
  closing: '1.00',
  owner: 'Wir',
  entries: [{ amount: '1.00', info: 'Müller &amp; Söhne' }],
})
const withRoot = (root: string) => plain.replace(/<Document[^>]*>/, root)

test('21: prefixes, missing, national and misprinted namespaces, other versions: all read alike', async () => {
  const expected = (await readSingle(plain)).statement.entries.map(({ raw, ...entry }) => entry)
  const variants = {
    prefixed: plain.replace(/<(\/?)(?=[A-Z])/g, '<$1ns2:').replace('ns2:Document xmlns=', 'ns2:Document xmlns:ns2='),
    none: withRoot('<Document>'),
    austrian: withRoot('<Document xmlns="ISO:camt.053.001.02:APC:STUZZA:payments:ext:pc:2012:07">'),
    misprint: withRoot('<Document xmlns="urn:iso:std:iso:20023:tech:xsd:camt.053.001.02">'),
    newest: withRoot('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.13">'),
  }
  for (const [name, content] of Object.entries(variants)) {
    const { statement, codes } = await readSingle(content)
    expect
      .soft(
        statement.entries.map(({ raw, ...entry }) => entry),
        name,
      )
      .toEqual(expected)
    expect.soft(codes, name).toEqual([])
  }
})

test('an unknown version is read with a warning, a known one is named', async () => {
  const { file, codes } = await readSingle(withRoot('<Document xmlns="urn:x:camt.053.001.27">'))
  expect(file.formatDetail).toBe('camt.053.001.27')
  expect(codes).toEqual(['camt_version_unknown'])
})

test('wrappers, several documents and several roots are read', async () => {
  const document = plain.slice(plain.indexOf('<Document'))
  const wrapped = await read(
    `<?xml version="1.0"?><Envelope><AppHdr><BizMsgIdr>1</BizMsgIdr></AppHdr>${document}${document}</Envelope>`,
  )
  expect(wrapped.statements).toHaveLength(2)
  expect((await read(`\n\n${plain}${plain}`)).statements).toHaveLength(2)
})

test('elements of the same name elsewhere are not taken for the statement’s own', async () => {
  const { statement } = await readSingle(
    plain.replace('<Id>S-1</Id>', '<Other><Id>wrong</Id><Ntry/></Other><Id>S-1</Id>'),
  )
  expect(statement.statementRef).toBe('S-1')
  expect(statement.entries).toHaveLength(1)
})

test('text split by CDATA, comments and line breaks is joined and trimmed', async () => {
  const { entry } = await readSingle(
    writeOne({ entries: [{ amount: '\n 1.00\n', info: '\n  Mie<![CDATA[te & ]]><!-- x -->M&#228;rz\n ' }] }),
  )
  expect(entry.amount).toBe(100)
  expect(entry.additionalInfo).toBe('Miete & März')
})

test('22: nested entities are refused at once', async () => {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
  const bomb = plain.replace('<Document', `<!DOCTYPE x [<!ENTITY e0 "ha">${entities}]><Document`).replace('S-1', '&e9;')
  const before = performance.now()
  expect((await refusal(bomb)).code).toBe('xml_doctype_forbidden')
  expect(performance.now() - before).toBeLessThan(100)
})

test('23: an external entity is refused before anything is opened', async () => {
  const content = plain.replace('<Document', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><Document')
  const error = await refusal(content.replace('S-1', '&f;'))
  expect(error.code).toBe('xml_doctype_forbidden')
  expect(error.faults).toMatchObject([{ line: 2 }])
})

test('an endless document type is refused at its first letters', async () => {
  let sent = 0
  async function* endless() {
    yield Buffer.from(`<?xml version="1.0"?><!-- <BkToCstmrStmt> --><!DOCTYPE x [`)
    for (; sent < 64; sent += 1) yield Buffer.alloc(1024 * 1024, '<!ENTITY a "b">')
  }
  const { events } = await readEvents(endless())
  await expect(events.next()).rejects.toMatchObject({ code: 'xml_doctype_forbidden' })
  expect(sent).toBeLessThan(3)
})

test('an entity that XML does not know is an error with its place', async () => {
  const error = await refusal(plain.replace('&amp;', '&nbsp;'))
  expect(error.code).toBe('xml_entity_unknown')
  expect(error.faults[0]?.line).toBeGreaterThan(5)
})

test('depth, text and attributes have limits', async () => {
  const deep = plain.replace('<Id>S-1</Id>', `<Id>S-1</Id>${'<a>'.repeat(70)}${'</a>'.repeat(70)}`)
  expect((await refusal(deep)).code).toBe('xml_limit')
  const long = plain.replace('Müller', 'x'.repeat(1_300_000))
  expect((await refusal(long)).code).toBe('xml_limit')
  const split = plain.replace('Müller', `${'x'.repeat(500_000)}<!-- -->`.repeat(3))
  expect((await refusal(split)).code).toBe('xml_limit')
  expect((await refusal(plain.replace('</Acct>', `</Acct>${'<Bal/>'.repeat(10_001)}`))).code).toBe('xml_limit')
  const attributes = Array.from({ length: 65 }, (_, i) => `a${i}="1"`).join(' ')
  expect((await refusal(plain.replace('<Ntry>', `<Ntry ${attributes}>`))).code).toBe('xml_limit')
})

test('control characters are taken out with a warning', async () => {
  const { entry, codes } = await readSingle(plain.replace('Müller', 'Mül\u0001\u001fler'))
  expect(entry.additionalInfo).toBe('Müller & Söhne')
  expect(codes).toEqual(['control_characters_removed'])
  const referred = await readSingle(plain.replace('Müller', 'Mül&#1;ler'))
  expect(referred.entry.additionalInfo).toBe('Müller & Söhne')
  expect(referred.codes).toEqual(['control_characters_removed'])
})

test('24: bytes of Windows-1252 under a declaration of UTF-8', async () => {
  const { file, entry } = await readSingle(Buffer.from(plain, 'latin1'))
  expect(entry.additionalInfo).toBe('Müller & Söhne')
  expect(file.encoding).toBe('windows-1252')
  expect(codesOf(file)).toEqual(['encoding_mismatch'])
})

test('declared Latin-1 and UTF-16 are honoured', async () => {
  const latin = await readSingle(Buffer.from(plain.replace('UTF-8', 'ISO-8859-1'), 'latin1'))
  expect(latin.entry.additionalInfo).toBe('Müller & Söhne')
  expect(latin.codes).toEqual([])
  const wide = await readSingle(Buffer.from(`\ufeff${plain.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
  expect(wide.entry.additionalInfo).toBe('Müller & Söhne')
  expect(wide.file.encoding).toBe('utf-16le')
})

test('8, 32: a message without a statement fails and names what is missing', async () => {
  const error = await refusal(writeCamt())
  expect(error.code).toBe('no_statement')
  expect(error.message).toContain('Stmt')
})

test('38: a file cut in the middle fails with line and column, wherever it is cut', async () => {
  for (const at of [0.4, 0.6, 0.8, 0.99]) {
    const error = await refusal(plain.slice(0, Math.floor(plain.trimEnd().length * at)))
    expect(error.code).toBe('file_truncated')
    expect(error.faults[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
  }
})

test('damaged XML names its place', async () => {
  const error = await refusal(plain.replace('</Ntry>', '</Nrty>'))
  expect(error.code).toBe('xml_malformed')
  expect(error.message).toMatch(/Line \d+, column \d+/)
})

test('the size of the pieces a file arrives in changes nothing', async () => {
  const content = Buffer.from(plain)
  const whole = await read(content)
  for (const size of [1, 2, 7, 100]) {
    async function* inPieces() {
      for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
    }
    const { statements } = await (await import('../../../main/core/statements/read.ts')).readStatements(inPieces())
    expect(statements[0]?.entries.map(({ raw, ...entry }) => entry)).toEqual(
      whole.statements[0]?.entries.map(({ raw, ...entry }) => entry),
    )
  }
})
