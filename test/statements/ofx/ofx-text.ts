/** Own OFX texts for the tests: a transaction, and a statement around transactions. */
export interface Row {
  readonly type?: string
  readonly date?: string
  readonly amount: string
  readonly id?: string
  readonly name?: string
  readonly memo?: string
  readonly more?: string
}

export const row = ({ type = 'DEBIT', date = '20250102', amount, id = 'F1', name = '', memo = '', more = '' }: Row) =>
  `<STMTTRN><TRNTYPE>${type}<DTPOSTED>${date}<TRNAMT>${amount}<FITID>${id}${name && `<NAME>${name}`}${memo && `<MEMO>${memo}`}${more}</STMTTRN>\n`

export const header = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n\n'

export const bank = (rows: string, { account = '111', currency = 'USD', balance = '10.00', asOf = '20250131' } = {}) =>
  `<STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>${currency}<BANKACCTFROM><BANKID>9<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20250101<DTEND>20250131
${rows}</BANKTRANLIST><LEDGERBAL><BALAMT>${balance}<DTASOF>${asOf}</LEDGERBAL></STMTRS></STMTTRNRS>`

export const ofx = (body: string) =>
  `${header}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20250201<LANGUAGE>ENG<INTU.BID>3000</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1>${body}</BANKMSGSRSV1></OFX>\n`
