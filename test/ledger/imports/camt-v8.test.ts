import { expect, test } from 'vitest'
import { uploadTo } from '../support/statement-files.ts'
import { openRun } from '../support/world.ts'

const entry = (amount: string, side: 'CRDT' | 'DBIT', party: string) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
   <BookgDt><Dt>2025-01-10</Dt></BookgDt><NtryDtls><TxDtls><RltdPties>${party}</RltdPties></TxDtls></NtryDtls></Ntry>`
const balance = (code: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
   <Dt><Dt>2025-01-10</Dt></Dt></Bal>`

test('4: version 08: names through Pty, status through Cd; not proved by 1 251.02, though an available balance would', async () => {
  const { core, user, run, path, items } = await openRun()
  const file = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
    <GrpHdr><MsgId>M</MsgId><CreDtTm>2025-01-10T22:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id>
    <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
    ${balance('OPBD', '1000.00')}${balance('CLBD', '2793.30')}${balance('CLAV', '1542.28')}
    ${entry('474.40', 'CRDT', '<Dbtr><Pty><Nm>Anna Muster</Nm></Pty></Dbtr>')}
    ${entry('88.85', 'CRDT', '<Dbtr><Pty><Nm>Beat Beispiel</Nm></Pty></Dbtr>')}
    ${entry('20.97', 'DBIT', '<Cdtr><Agt><FinInstnId><Nm>Hausbank</Nm></FinInstnId></Agt></Cdtr>')}
    </Stmt></BkToCstmrStmt></Document>`
  expect((await uploadTo(core, user, run.id, file)).status).toBe(201)
  expect((await items()).map((one) => [one.amount.amount, one.counterparty_name, one.bank_status])).toEqual([
    ['47440', 'Anna Muster', 'booked'],
    ['8885', 'Beat Beispiel', 'booked'],
    ['-2097', 'Hausbank', 'booked'],
  ])
  expect((await user.get(path)).body).toMatchObject({
    proof_status: 'not_proved',
    proof_difference: { amount: '125102' },
  })
})
