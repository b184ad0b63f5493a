/** Statement files of any length, written while they are read. Amounts run through all cents; the balances prove. */

const pad = (n: number, length: number) => String(n).padStart(length, '0')
const centsOf = (i: number) => 100 + ((i * 7919) % 100_000)
const signOf = (i: number) => (i % 3 === 0 ? -1 : 1)
/** For statements of credits only. */
export const alwaysCredit = () => 1 as const
/** Days in the order of the year, as statements list them. */
const dayOf = (i: number, count: number) =>
  new Date(Date.UTC(2025, 0, 1) + Math.floor((i * 364) / count) * 86_400_000).toISOString().slice(0, 10)
const money = (cents: number) => `${Math.floor(cents / 100)}.${pad(cents % 100, 2)}`

function closingOf(entries: number, sign: typeof signOf): number {
  let sum = 0
  for (let i = 0; i < entries; i += 1) sum += sign(i) * centsOf(i)
  return sum
}

const balance = (code: string, cents: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${money(Math.abs(cents))}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>2025-12-31</Dt></Dt></Bal>\n`

function camtEntry(i: number, count: number, isCredit: boolean): string {
  const day = dayOf(i, count)
  const role = isCredit ? 'Dbtr' : 'Cdtr'
  return `<Ntry><NtryRef>${i}</NtryRef><Amt Ccy="EUR">${money(centsOf(i))}</Amt><CdtDbtInd>${isCredit ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>REF${pad(i, 12)}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E2E-${pad(i, 10)}</EndToEndId></Refs><RltdPties><${role}><Nm>Jürgen Größe ${i % 5000} GmbH</Nm></${role}><${role}Acct><Id><IBAN>DE${pad(i % 5000, 20)}</IBAN></Id></${role}Acct></RltdPties><RltdAgts><${role}Agt><FinInstnId><BICFI>COBADEFF${pad(i % 1000, 3)}</BICFI></FinInstnId></${role}Agt></RltdAgts><RmtInf><Ustrd>Rechnung 2025-${pad(i, 6)}</Ustrd></RmtInf><AddtlTxInf>Gutschrift</AddtlTxInf></TxDtls></NtryDtls></Ntry>\n`
}

export async function* camtFile(entries: number, sign = signOf): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>\n${balance('OPBD', 0)}${balance('CLBD', closingOf(entries, sign))}`,
  )
  yield* grouped(entries, (i) => camtEntry(i, entries, sign(i) > 0))
  yield Buffer.from('</Stmt></BkToCstmrStmt></Document>\n')
}

export async function* csvFile(rows: number): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from('Booking date;Value date;Counterparty;IBAN;Purpose;Amount;Currency;Balance\r\n')
  let running = 0
  yield* grouped(rows, (i) => {
    running += signOf(i) * centsOf(i)
    const sign = (cents: number) => (cents < 0 ? '-' : '')
    const comma = (cents: number) => `${sign(cents)}${money(Math.abs(cents)).replace('.', ',')}`
    const shown = dayOf(i, rows).split('-').reverse().join('.')
    return `${shown};${shown};Jürgen Größe ${i % 5000};DE${pad(i % 5000, 20)};"Rechnung 2025-${pad(i, 6)}";${comma(signOf(i) * centsOf(i))};EUR;${comma(running)}\r\n`
  })
}

async function* grouped(count: number, line: (i: number) => string) {
  for (let from = 0; from < count; from += 64) {
    let text = ''
    for (let i = from; i < Math.min(count, from + 64); i += 1) text += line(i)
    yield Buffer.from(text)
  }
}
