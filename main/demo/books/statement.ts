/** A line of the demonstration's statement; minor units, negative when money leaves. */
export interface StatementLine {
  readonly amount: number
  /** Days before today. */
  readonly ago: number
  readonly party: string | null
  readonly text: string
}

export const savingsAccount = 'UY0012345678901234567890'
export const openingMinor = 250_000_00

/** A fortnight of a second account: most of it is in the books, a fee and a transfer are not. All of it is invented. */
export const statementLines: readonly StatementLine[] = [
  { amount: 48_320_50, ago: 12, party: 'Almacén Los Ceibos S.A.', text: 'Factura A-2031' },
  { amount: -18_400_00, ago: 11, party: 'Hilandería del Litoral', text: 'Pago factura HL-887' },
  { amount: 27_640_00, ago: 9, party: 'Núñez Agüero e Hijos', text: 'Factura A-2034' },
  { amount: 63_500_00, ago: 8, party: 'Cooperativa Agraria de San Ramón', text: 'Facturas A-2035 y A-2036' },
  { amount: -390_00, ago: 6, party: null, text: 'Comisión de mantenimiento' },
  { amount: -14_932_00, ago: 5, party: 'Energía del Este', text: 'Débito automático factura 77120' },
  { amount: 9_150_00, ago: 4, party: 'Rafael Nunes', text: 'Transferencia' },
  { amount: 15_820_00, ago: 3, party: 'Ferretería El Tornillo', text: 'Factura A-2039' },
]

export const dayBefore = (now: number, ago: number): string =>
  new Date(now - ago * 86_400_000).toISOString().slice(0, 10)

const decimal = (minor: number) => (Math.abs(minor) / 100).toFixed(2)
const side = (minor: number) => (minor < 0 ? 'DBIT' : 'CRDT')

function entryXml({ amount, ago, party, text }: StatementLine, number: number, now: number): string {
  const role = amount < 0 ? 'Cdtr' : 'Dbtr'
  const day = dayBefore(now, ago)
  const who = party === null ? '' : `<RltdPties><${role}><Nm>${party}</Nm></${role}></RltdPties>`
  return `<Ntry><Amt Ccy="UYU">${decimal(amount)}</Amt><CdtDbtInd>${side(amount)}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>DEMO-${day}-${number}</AcctSvcrRef><NtryDtls><TxDtls>${who}<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
}

const balanceXml = (code: string, minor: number, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="UYU">${decimal(minor)}</Amt><CdtDbtInd>${side(minor)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`

/** The statement as the bank would send it (camt.053), with balances that prove. */
export function demoStatement(now: number): string {
  const [from, to] = [dayBefore(now, 13), dayBefore(now, 1)]
  const closing = statementLines.reduce((sum, { amount }) => sum + amount, openingMinor)
  const entries = statementLines.map((line, at) => entryXml(line, at + 1, now)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>DEMO-${to}</MsgId><CreDtTm>${to}T22:00:00</CreDtTm></GrpHdr>
<Stmt><Id>DEMO-${to}</Id><CreDtTm>${to}T22:00:00</CreDtTm><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><Othr><Id>${savingsAccount}</Id></Othr></Id><Ccy>UYU</Ccy></Acct>${balanceXml('OPBD', openingMinor, from)}${balanceXml('CLBD', closing, to)}
${entries}</Stmt></BkToCstmrStmt></Document>`
}
