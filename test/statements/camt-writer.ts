/** A small writer of camt.053 messages for tests: says what a test is about, fills in the rest. */

export interface WrittenEntry {
  readonly amount: string
  readonly direction?: 'CRDT' | 'DBIT'
  readonly currency?: string
  readonly status?: string
  readonly reversal?: boolean
  /** XML of the booking and value date; default one day. */
  readonly dates?: string
  /** XML after the dates: references, codes, charges. */
  readonly extra?: string
  /** XML inside each TxDtls. */
  readonly details?: readonly string[]
  /** XML inside Btch. */
  readonly batch?: string
  readonly info?: string
}

export interface WrittenStatement {
  readonly id?: string
  readonly account?: string
  readonly currency?: string
  readonly owner?: string
  readonly opening?: string
  readonly closing?: string
  /** XML of all balances, instead of opening and closing. */
  readonly balances?: string
  /** XML between Id and Acct. */
  readonly top?: string
  readonly summary?: string
  readonly entries?: readonly WrittenEntry[]
  readonly day?: string
}

export interface WrittenMessage {
  readonly namespace?: string
  readonly statements?: readonly WrittenStatement[]
  readonly header?: string
  readonly encoding?: string
}

export const ownAccount = 'DE02120300000000202051'

export function balance(code: string, amount: string, day = '2025-03-03', currency = 'EUR', subtype = ''): string {
  const direction = amount.startsWith('-') ? 'DBIT' : 'CRDT'
  const sub = subtype === '' ? '' : `<SubTp><Cd>${subtype}</Cd></SubTp>`
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry>${sub}</Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
}

function writeEntry(entry: WrittenEntry, currency = 'EUR'): string {
  const details = (entry.details ?? []).map((one) => `<TxDtls>${one}</TxDtls>`).join('\n')
  const batch = entry.batch === undefined ? '' : `<Btch>${entry.batch}</Btch>`
  const lines = [
    '<Ntry>',
    `<Amt Ccy="${entry.currency ?? currency}">${entry.amount}</Amt>`,
    `<CdtDbtInd>${entry.direction ?? 'CRDT'}</CdtDbtInd>`,
    entry.reversal === undefined ? '' : `<RvslInd>${entry.reversal}</RvslInd>`,
    entry.status === '' ? '' : `<Sts>${entry.status ?? 'BOOK'}</Sts>`,
    entry.dates ?? '<BookgDt><Dt>2025-03-03</Dt></BookgDt><ValDt><Dt>2025-03-03</Dt></ValDt>',
    entry.extra ?? '',
    batch === '' && details === '' ? '' : `<NtryDtls>${batch}${details}</NtryDtls>`,
    entry.info === undefined ? '' : `<AddtlNtryInf>${entry.info}</AddtlNtryInf>`,
    '</Ntry>',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function writeStatement(statement: WrittenStatement): string {
  const { currency = 'EUR', account = ownAccount, day = '2025-03-03' } = statement
  const balances =
    statement.balances ??
    [
      statement.opening === undefined ? '' : balance('OPBD', statement.opening, day, currency),
      statement.closing === undefined ? '' : balance('CLBD', statement.closing, day, currency),
    ].join('\n')
  const owner = statement.owner === undefined ? '' : `<Ownr><Nm>${statement.owner}</Nm></Ownr>`
  return [
    '<Stmt>',
    `<Id>${statement.id ?? 'S-1'}</Id>${statement.top ?? ''}`,
    `<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>${currency}</Ccy>${owner}</Acct>`,
    balances,
    statement.summary ?? '',
    ...(statement.entries ?? []).map((entry) => writeEntry(entry, currency)),
    '</Stmt>',
  ].join('\n')
}

export function writeCamt(message: WrittenMessage = {}): string {
  const { namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02', encoding = 'UTF-8' } = message
  const declared = namespace === '' ? '' : ` xmlns="${namespace}"`
  return [
    `<?xml version="1.0" encoding="${encoding}"?>`,
    `<Document${declared}>`,
    '<BkToCstmrStmt>',
    `<GrpHdr><MsgId>M-1</MsgId>${message.header ?? ''}</GrpHdr>`,
    ...(message.statements ?? []).map(writeStatement),
    '</BkToCstmrStmt>',
    '</Document>',
    '',
  ].join('\n')
}

/** A message of one statement. */
export const writeOne = (statement: WrittenStatement): string => writeCamt({ statements: [statement] })
