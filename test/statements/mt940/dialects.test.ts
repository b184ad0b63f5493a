import { describe, expect, test } from 'vitest'
import { readDetails } from '../../../main/core/statements/mt940/details.ts'

describe('numbered subfields', () => {
  test.each(['?', '>', '<', '~', '^', '|', '@', '+', '/'])('are split at "%s"', (separator) => {
    const text = ['00TYP', '109310', '20Rechnung 17', '30BYLADEM1001', '31DE89370400440532013000', '32Muster GmbH']
    expect(readDetails([`177${separator}${text.join(separator)}`])).toMatchObject({
      code: '177',
      batch: '9310',
      counterpartyBank: 'BYLADEM1001',
      counterpartyAccount: 'DE89370400440532013000',
      counterpartyName: 'Muster GmbH',
      remittanceText: 'Rechnung 17',
      additionalInfo: 'TYP',
    })
  })

  test('are split when wrapping cut a number or the separator off its number', () => {
    expect(readDetails(['166?00G?20eins?', '21zwei?2', '2drei?32N', 'ame?3', '3B'])).toMatchObject({
      remittanceText: 'eins zwei drei',
      remittanceJoined: 'einszweidrei',
      counterpartyName: 'Name B',
    })
  })

  test('a SEPA tag may begin in the middle of a subfield and break over two', () => {
    const details = readDetails([
      '109?00SEPA?20MREF+M-77CRED+DE98ZZZ09999?21999999EREF+E2E-1SVWZ+Mie?22te MaiABWA+Anna AnderesSV',
      '?23WZ+zweiter Text?34914',
    ])
    expect(details).toMatchObject({
      mandateId: 'M-77',
      creditorId: 'DE98ZZZ09999999999',
      endToEndId: 'E2E-1',
      ultimatePartyName: 'Anna Anderes',
      returnReason: '914',
    })
    expect(details.remittanceJoined).toBe('Miete Mai zweiter Text')
  })

  test('what follows a short reference without a tag of its own is text', () => {
    expect(readDetails(['166?00G?20EREF+A1?21Rechnung 12'])).toMatchObject({
      endToEndId: 'A1',
      remittanceText: 'Rechnung 12',
    })
  })

  test('the Polish layout keeps the account in 38 and more text in 60', () => {
    expect(
      readDetails([
        '020~00PRZELEW',
        '~20Faktura 9/2025',
        '~3010901014',
        '~310000071219812874',
        '~32JAN',
        '~38PL61109010140000071219812874',
        '~60UL. DLUGA',
      ]),
    ).toMatchObject({ counterpartyAccount: 'PL61109010140000071219812874', remittanceText: 'Faktura 9/2025 UL. DLUGA' })
  })

  test('the code in front may be of letters when type and other side follow', () => {
    expect(
      readDetails(['TBB+00RECEIVED Inv 7\\PARTS +21Inv 7 +30BFTBBGSF+31BG80BNBG96611020345678+32FIRM AD ']),
    ).toEqual({
      code: 'TBB',
      counterpartyBank: 'BFTBBGSF',
      counterpartyAccount: 'BG80BNBG96611020345678',
      counterpartyName: 'FIRM AD',
      remittanceText: 'Inv 7',
      remittanceJoined: 'Inv 7',
      additionalInfo: 'RECEIVED Inv 7\\PARTS',
    })
    expect(readDetails(['TEL+0049 30 1234'])).toEqual({
      remittanceText: 'TEL+0049 30 1234',
      remittanceJoined: 'TEL+0049 30 1234',
    })
  })

  test('plain text with a question mark, a number and a dash is no subfield', () => {
    expect(readDetails(['030-12345 call back?20 euros'])).toEqual({
      remittanceText: '030-12345 call back?20 euros',
      remittanceJoined: '030-12345 call back?20 euros',
    })
  })
})

test('a code for the reason of a return counts only in a return; marks alone are no name', () => {
  expect(readDetails(['105?00FOLGELASTSCHRIFT?20Beitrag?32Verein?33/?34992'])).toEqual({
    code: '105',
    remittanceText: 'Beitrag',
    remittanceJoined: 'Beitrag',
    counterpartyName: 'Verein',
    additionalInfo: 'FOLGELASTSCHRIFT',
  })
  expect(readDetails(['152?00GUTSCHRIFT?20Test?34000']).returnReason).toBeUndefined()
})

describe('slash tags', () => {
  test('of payer and payee the other side counts; the text stands under them without a tag', () => {
    const lines = ['/ORDP/OOO ROMASHKA', '/BENM/OOO NASHA FIRMA', 'Oplata po schetu 15']
    expect(readDetails(lines, true)).toEqual({
      counterpartyName: 'OOO ROMASHKA',
      remittanceText: 'Oplata po schetu 15',
      remittanceJoined: 'Oplata po schetu 15',
    })
    expect(readDetails(lines, false)).toMatchObject({ counterpartyName: 'OOO NASHA FIRMA' })
  })

  test('accounts and banks go with the side they stand behind', () => {
    const lines = [
      '/ORDP//IBAN/NL91ABNA0417164300/NAME/PAYER BV/BENM//IBAN/DE89370400440532013000/NAME/PAYEE AG/REMI/A 1',
    ]
    expect(readDetails(lines, true)).toMatchObject({
      counterpartyName: 'PAYER BV',
      counterpartyAccount: 'NL91ABNA0417164300',
    })
    expect(readDetails(lines, false)).toMatchObject({
      counterpartyName: 'PAYEE AG',
      counterpartyAccount: 'DE89370400440532013000',
    })
  })

  test('account, name and text of a side in lines of their own', () => {
    expect(
      readDetails(['/BENM/300000000000111', '/TELEKOM AD SKOPJE', '/5,6//0264151', '/Mesecna provizija 11'], false),
    ).toEqual({
      counterpartyAccount: '300000000000111',
      counterpartyName: 'TELEKOM AD SKOPJE',
      remittanceText: '5,6//0264151 /Mesecna provizija 11',
      remittanceJoined: '5,6//0264151/Mesecna provizija 11',
    })
  })

  test('what stands under an original amount is text', () => {
    expect(readDetails(['/OCMT/USD2853,12/', 'PAYMENT OF INVOICES 1 2', '/OGB/WEST BANKING'])).toEqual({
      originalText: 'USD2853,12',
      remittanceText: 'PAYMENT OF INVOICES 1 2 /OGB/WEST BANKING',
      remittanceJoined: 'PAYMENT OF INVOICES 1 2/OGB/WEST BANKING',
    })
  })

  test('a domestic account number has a tag of its own', () => {
    expect(
      readDetails(['/TRTP/SEPA', 'OVERBOEKING/BBAN/90000014/BIC/KNABNL2HXXX/NAME/KNAB', '/REMI/EERSTE']),
    ).toMatchObject({
      additionalInfo: 'SEPA OVERBOEKING',
      counterpartyAccount: '90000014',
      counterpartyName: 'KNAB',
      remittanceText: 'EERSTE',
    })
  })

  test('type, account, bank, name, text and reference of a Dutch transfer', () => {
    expect(
      readDetails([
        '/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/J',
        'ANSEN BV/REMI/Factuur 2025/077 klant 4711 met een lange omschri',
        'jving/EREF/NOTPROVIDED',
      ]),
    ).toMatchObject({
      additionalInfo: 'SEPA OVERBOEKING',
      counterpartyAccount: 'NL91ABNA0417164300',
      counterpartyBank: 'ABNANL2A',
      counterpartyName: 'JANSEN BV',
      remittanceJoined: 'Factuur 2025/077 klant 4711 met een lange omschrijving',
      endToEndId: 'NOTPROVIDED',
    })
  })

  test('counterparty, structured reference, mandate, creditor, ultimate party, return', () => {
    expect(
      readDetails([
        '/RTRN/MS03//MARF/M1//CSID/NL32ZZZ999999991234//EREF/E9//ULTC//NAME/Real Payee//CNTP/NL32INGB0000012345/INGBNL2A/ING BANK',
        '///REMI/STRD/CUR/9001123412341234/',
      ]),
    ).toMatchObject({
      returnReason: 'MS03',
      mandateId: 'M1',
      creditorId: 'NL32ZZZ999999991234',
      endToEndId: 'E9',
      ultimatePartyName: 'Real Payee',
      counterpartyAccount: 'NL32INGB0000012345',
      counterpartyBank: 'INGBNL2A',
      counterpartyName: 'ING BANK',
      remittanceText: '9001123412341234',
      structuredReferences: [{ scheme: 'CUR', value: '9001123412341234', check: 'none' }],
    })
  })

  test('unstructured remittance loses its marker', () => {
    expect(readDetails(['/EREF/1//REMI/USTD//INVOICE 55/']).remittanceText).toBe('INVOICE 55')
  })
})

test('SEPA tags without subfields', () => {
  expect(
    readDetails(['EREF+X1 KREF+K1 SVWZ+Thank you for 4711 IBAN+CH9300762011623852957 BIC+POFICHBEXXX']),
  ).toMatchObject({
    endToEndId: 'X1',
    paymentInfoId: 'K1',
    remittanceText: 'Thank you for 4711',
    counterpartyAccount: 'CH9300762011623852957',
    counterpartyBank: 'POFICHBEXXX',
  })
})

test('Dutch labels in columns', () => {
  expect(
    readDetails([
      'SEPA OVERBOEKING                 IBAN: NL91ABNA0417164300',
      '        BIC: ABNANL2A                    NAAM: P. DE VRIES',
      'OMSCHRIJVING: HUUR MEI            KENMERK: K-77',
    ]),
  ).toMatchObject({
    counterpartyAccount: 'NL91ABNA0417164300',
    counterpartyBank: 'ABNANL2A',
    counterpartyName: 'P. DE VRIES',
    remittanceText: 'HUUR MEI',
    endToEndId: 'K-77',
    additionalInfo: 'SEPA OVERBOEKING',
  })
})

test('account and name in one label, with the text before it', () => {
  expect(readDetails(['FACTUUR 12, BETAALD OP 22-10-2014 15:01', 'REK: NL26ABNA0888888888/NAAM: BEDRIJF VOF'])).toEqual(
    {
      counterpartyAccount: 'NL26ABNA0888888888',
      counterpartyName: 'BEDRIJF VOF',
      remittanceText: 'FACTUUR 12, BETAALD OP 22-10-2014 15:01',
      remittanceJoined: 'FACTUUR 12, BETAALD OP 22-10-2014 15:01',
    },
  )
})

test('Czech symbols become references, zeros do not', () => {
  expect(readDetails(['PLATBA VS:0020250017 KS:0308 SS:0000000000']).structuredReferences).toEqual([
    { scheme: 'VS', value: '20250017', check: 'none' },
    { scheme: 'KS', value: '308', check: 'none' },
  ])
})

test('plain text keeps both joined forms', () => {
  expect(readDetails(['TRANSF. RECIBIDA DE ACME SL FACTURA F-20', '25-0007'])).toEqual({
    remittanceText: 'TRANSF. RECIBIDA DE ACME SL FACTURA F-20 25-0007',
    remittanceJoined: 'TRANSF. RECIBIDA DE ACME SL FACTURA F-2025-0007',
  })
  expect(readDetails([''])).toEqual({})
})

test('kind, text, name, account and purpose parted by colons', () => {
  expect(
    readDetails(['999SEPA_CREDIT_TRANSFER:Invoice: 7', 'second line:Firm GmbH:DE89370400440532013000:SERVICES']),
  ).toEqual({
    code: '999',
    additionalInfo: 'SEPA CREDIT TRANSFER',
    remittanceText: 'Invoice: 7 second line',
    remittanceJoined: 'Invoice: 7second line',
    counterpartyName: 'Firm GmbH',
    counterpartyAccount: 'DE89370400440532013000',
    purpose: 'SERVICES',
  })
  // The account that a card payment names is of no country, and everybody's.
  const card = readDetails(['999PURCHASE:SHOP, DUBLIN:SHOP:XX95110103300013451000'])
  expect(card).toMatchObject({ counterpartyName: 'SHOP', remittanceText: 'SHOP, DUBLIN' })
  expect(card.counterpartyAccount).toBeUndefined()
})
