import type { Caller, TestCore } from '../../support/core.ts'

/** One entry of a made statement; amounts in minor units, negative for debits. */
export interface MadeEntry {
  readonly amount: number
  readonly date: string
  readonly name?: string
  readonly text?: string
  readonly reference?: string
  readonly endToEndId?: string
  readonly account?: string
  readonly reversal?: boolean
  readonly status?: string
}

const decimal = (minor: number) => (Math.abs(minor) / 100).toFixed(2)
const escaped = (text: string) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c)
const element = (name: string, content: string | undefined) =>
  content === undefined || content === '' ? '' : `<${name}>${content}</${name}>`

function entryXml(entry: MadeEntry): string {
  const isCredit = entry.amount >= 0
  const party = isCredit ? 'Dbtr' : 'Cdtr'
  const details =
    element('Refs', element('EndToEndId', entry.endToEndId && escaped(entry.endToEndId))) +
    element(
      'RltdPties',
      element(party, element('Nm', entry.name && escaped(entry.name))) +
        element(`${party}Acct`, entry.account && `<Id><IBAN>${entry.account}</IBAN></Id>`),
    ) +
    element('RmtInf', element('Ustrd', entry.text && escaped(entry.text)))
  return `<Ntry><Amt Ccy="EUR">${decimal(entry.amount)}</Amt><CdtDbtInd>${isCredit ? 'CRDT' : 'DBIT'}</CdtDbtInd>${
    entry.reversal ? '<RvslInd>true</RvslInd>' : ''
  }<Sts>${entry.status ?? 'BOOK'}</Sts><BookgDt><Dt>${entry.date}</Dt></BookgDt><ValDt><Dt>${entry.date}</Dt></ValDt>${
    entry.reference ? `<AcctSvcrRef>${escaped(entry.reference)}</AcctSvcrRef>` : ''
  }<NtryDtls><TxDtls>${details}</TxDtls></NtryDtls></Ntry>`
}

const balanceXml = (code: string, minor: number, date: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimal(minor)}</Amt><CdtDbtInd>${
    minor >= 0 ? 'CRDT' : 'DBIT'
  }</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`

/** A camt.053 statement in EUR; its closing is what proves unless another is given. */
export function camt(options: {
  readonly entries: readonly MadeEntry[]
  readonly opening?: number
  readonly closing?: number
  readonly account?: string
  readonly from?: string
  readonly to?: string
  readonly id?: string
}): string {
  const { entries, opening = 0, account = 'DE89370400440532013000', id = 'S-1' } = options
  const booked = entries.filter(({ status }) => (status ?? 'BOOK') === 'BOOK')
  const closing = options.closing ?? opening + booked.reduce((sum, { amount }) => sum + amount, 0)
  const dates = entries.map(({ date }) => date).sort()
  const from = options.from ?? dates[0] ?? '2025-01-01'
  const to = options.to ?? dates.at(-1) ?? from
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M-${id}</MsgId><CreDtTm>${to}T22:00:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><CreDtTm>${to}T22:00:00</CreDtTm><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balanceXml('OPBD', opening, from)}${balanceXml('CLBD', closing, to)}
${entries.map(entryXml).join('\n')}</Stmt></BkToCstmrStmt></Document>`
}

/** The same statement as a bank writes it that gives no closing balance: nothing in it can prove. */
export const withoutClosing = (xml: string): string => xml.replace(/<Bal><Tp><CdOrPrtry><Cd>CLBD[\s\S]*?<\/Bal>/, '')

/** A batch of a made notification with its payments; amounts in minor units, credits. */
export interface MadeBatch {
  readonly amount: number
  readonly date?: string
  readonly reference?: string
  readonly parts: readonly number[]
}

const creditXml = (minor: number) => `<Amt Ccy="EUR">${decimal(minor)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`
const paymentXml = (minor: number, at: number) =>
  `<TxDtls>${element('Refs', element('EndToEndId', `E-${at}`))}${creditXml(minor)}${element(
    'RltdPties',
    element('Dbtr', element('Pty', element('Nm', `Payer ${at}`))),
  )}</TxDtls>`
const batchXml = ({ amount, date = '2025-01-10', reference, parts }: MadeBatch) =>
  `<Ntry>${creditXml(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt>${element(
    'AcctSvcrRef',
    reference,
  )}${element('NtryDtls', parts.map(paymentXml).join(''))}</Ntry>`

/** A camt.054 notification in EUR. */
export const camt054 = (batches: readonly MadeBatch[], account = 'DE89370400440532013000'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-1</MsgId></GrpHdr>
<Ntfctn><Id>N-1</Id><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>${batches.map(batchXml).join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`

export interface UploadAnswer {
  readonly source_file: {
    readonly id: string
    readonly run_id: string
    readonly status: string
    readonly format: string
  }
  readonly source_files: readonly { readonly id: string; readonly archive_member: string | null }[]
  readonly imported: number
  readonly skipped_duplicates: number
  readonly skipped_other_account: number
  readonly not_booked: number
  readonly warnings: readonly { readonly code: string }[]
  readonly statements: readonly { readonly proof_status: string; readonly interpretation: readonly string[] }[]
  readonly linked_account: string | null
  readonly code?: string
  readonly message?: string
  readonly details?: unknown
}

/** Sends a file to a run as a browser would. */
export async function uploadTo(
  core: TestCore,
  user: Caller,
  runId: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
  name = 'statement.xml',
): Promise<{ status: number; body: UploadAnswer }> {
  return sendFile<UploadAnswer>(core, user, `${runId}/sources/upload`, new File([content], name), fields)
}

/** Sends a form with a file below the runs. */
export async function sendFile<T>(
  core: TestCore,
  user: Caller,
  path: string,
  file: File,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: T }> {
  const form = new FormData()
  form.set('file', file)
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  const response = await core.core.api.fetch(
    new Request(`http://core.test/v1/ledgers/reconciliation/runs/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  return { status: response.status, body: (await response.json()) as T }
}
