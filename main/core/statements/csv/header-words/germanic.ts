import type { HeaderWords } from '../roles.ts'

export const english: HeaderWords = {
  bookingDate:
    'booking date|posting date|posted date|post date|date posted|date booked|booked date|date processed|processed date|process date|booked on|completed date|date completed|date completed utc|entry date|transaction date|trans date|tran date|txn date|transaction date time|transaction posted date|date and time|datetime|created|created utc|date utc|available on|account date|booked at|posted at|completion time|completion date|date of transaction|date of booking|completed at|created at|created on|settlement date|execution date|date',
  valueDate: 'value date|val date|date value|interest date|effective date|value',
  amount:
    'net|net amount|net total|nett|amount|transaction amount|booking amount|billing amount|amount in account currency|account amount|payment amount|local amount|amt|trans amount|total amount|sum|gross|signed amount|transaction value|value amount|credit debit amount|debit credit amount|value|total',
  debit:
    'debit|debit amount|debits|withdrawal|withdrawals|withdrawal amount|withdrawal amt|paid out|money out|amount debited|payments out|out|withdrawn|debited|payment|outflow|outgoing|charge amount|spent|dr|dr amount|debit amt|expense|amount out|out amount|money out amount|drawing|drawings',
  credit:
    'credit|credit amount|credits|deposit|deposits|deposit amount|deposit amt|paid in|money in|amount credited|payments in|in|credited|inflow|incoming|received|receipts|cr|cr amount|credit amt|income|amount in|in amount|money in amount|lodgement|lodgements',
  indicator:
    'debit credit|credit debit|credit debit indicator|dr cr|cr dr|d c|c d|direction|debit or credit|credit or debit|sign|debit credit indicator|cdt dbt|in out|transaction direction|debit credit code|dc',
  currency:
    'currency|account currency|currency code|ccy|curr|cur|converted currency|transaction currency|booking currency',
  balance:
    'running balance|balance|account balance|balance after|balance after transaction|ledger balance|running bal|closing balance|statement closing balance|ending balance|end balance|final balance|new balance|bal|available balance after|book balance|current balance|balance amount|total balance|running balance amount',
  counterpartyName:
    'counterparty|counterparty name|counter party|partner name|name of counterparty|counterparty payer payee|merchant name|merchant|payee|beneficiary payer|payer payee|payee payer|name|beneficiary name|beneficiary|other party|recipient|sender|recipient name|sender name|payer|beneficiary or remitter|counterpart|counterpart name|beneficiary remitter|to from|payee name|payer name|customer name|name company',
  counterpartyAccount:
    'counterparty account|counterparty iban|partner iban|counterparty account number|iban counterparty|beneficiary account|account of counterparty|counterpart account|other account|counterparty account no|partner account|beneficiary account number|payee account|to account|counterpart iban|recipient account',
  counterpartyBank: 'counterparty bic|counterparty bank|bic|swift|partner bic|bic swift|bank code counterparty',
  remittance:
    'description|transaction description|details|payment reference|payment details|narrative|transaction details|memo|particulars|message|remittance information|purpose|payment reason|notes|note|remarks|additional information|transaction remarks|narration|extended details|description 1|description 2|description 3|narrative 1|narrative 2|narrative 3|narrative 4|narrative 5|subject|text|information|original description|detail|counter party details|full description|transaction narrative|message to payee|appears on your statement as|additional description|transaction text|explanation|item title|remittance',
  reference:
    'reference|bank reference|your reference|customer reference|ref|reference number|ref no|reference no|chq ref no|cheque ref number|reference id|payment ref|transaction reference number|owner reference',
  transactionId:
    'transaction id|id|transaction reference|transaction number|unique id|balance transaction id|entry id|payment id|transferwise id|transaction ref|txn id|transaction no|trans id|uuid|fitid|tran id|journal number|balance transaction|source id|booking reference',
  type: 'type|transaction type|transaction code|payment type|trans type|entry type|payment method|tran type|booking type|code|reporting category',
  status: 'status|state|transaction status|booking status|payment status|balance impact',
  ownAccount:
    'account number|account|account no|account iban|own account|iban|account id|my account|bank account|posted account|account identifier|from account|product account|own iban|account number iban|card number|card no|card account number|acct',
  originalAmount:
    'original amount|foreign amount|amount foreign currency|orig amount|foreign currency amount|transaction currency amount|instructed amount|transfer amount|original currency amount|local currency amount|orig amount source|amount in foreign currency|exchange to amount',
  originalCurrency:
    'original currency|foreign currency|orig currency|transfer amount currency|type foreign currency|local currency|spent currency',
  rate: 'exchange rate|rate|fx rate|conversion rate|currency rate|foreign exchange rate',
  fee: 'fee|fees|total fees|charge|charges|transaction fee|fee amount|commission|total fee',
  endToEndId: 'end to end id|end to end reference|e2e reference|end to end identification|endtoendid',
  mandateId: 'mandate|mandate reference|mandate id|mandate number',
  creditorId: 'creditor id|creditor identifier|creditor number|payee number',
  chequeNo:
    'check number|cheque number|check no|cheque no|check or slip|serial|check|check number slip|chq no|instrument id|num chq|check slip|slip number|cheque',
  ignore:
    'time|time zone|timezone|transaction time|account name|account type|category|sub category|subcategory|available balance|amount refunded|converted amount|converted amount refunded|disputed amount|tax|card last4|card exp month|card exp year|started date|date started|card holder|cardholder|card member|bank|branch code|branch|bank code|sort code|address|country|customer id|invoice number|shipping amount|sales tax|insurance amount|quantity|credit limit|custom unique id|spending category|serial no|s no|sl no|sr no|row|no|mode|rewards|points|running balance currency',
  openingBalance:
    'opening balance|statement opening balance|starting balance|balance before|previous balance|beginning balance|start balance|initial balance|balance before transaction',
}

export const german: HeaderWords = {
  bookingDate:
    'buchungstag|buchungsdatum|buchung|datum der buchung|abrechnungsdatum|abschlussdatum|verbucht am|belegdatum|transaktionsdatum|umsatztag|auftragsdatum|datum|kaufdatum|buchungszeit|ausfuhrungsdatum|erledigt am',
  valueDate:
    'valutadatum|wertstellung|valuta|wertstellungsdatum|wertstellungstag|wert|datum valuta|wertstellung valuta|tag der wertstellung',
  amount:
    'betrag|umsatz|buchungsbetrag|umsatzbetrag|betrag eur|zahlungsbetrag|netto|nettobetrag|betrag in eur|einzelbetrag|betrag der buchung|brutto|umsatz in eur|betrag kontowahrung|summe',
  debit:
    'soll|belastung|lastschrift|ausgang|belastungen|auszahlung|ausgabe|ausgaben|abgang|belastungsbetrag|soll betrag|sollbetrag|lastschriftbetrag|zahlungsausgang',
  credit:
    'haben|gutschrift|eingang|gutschriften|einzahlung|einnahme|einnahmen|zugang|gutschriftsbetrag|haben betrag|habenbetrag|zahlungseingang',
  indicator:
    'soll haben|s h|soll haben kennzeichen|sh kennzeichen|soll haben kz|s h kennzeichen|kennzeichen|vorzeichen|umsatzart soll haben|sollhaben|belastung gutschrift|haben soll',
  currency: 'wahrung|waehrung|whg|kontowahrung|buchungswahrung|umsatzwahrung|wahr|devise|bewertungswahrung',
  balance:
    'saldo|kontostand|saldo nach buchung|kontosaldo|saldo nach umsatz|saldo nach der buchung|neuer saldo|guthaben',
  counterpartyName:
    'beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|auftraggeber begunstigter|name zahlungsbeteiligter|empfanger auftraggeber|beguenstigter auftraggeber|begunstigter auftraggeber|empfanger|auftraggeber|gegenpartei|name|begunstigter|beguenstigter|zahlungsbeteiligter|partnername|handler|name des partners|avisierungstext|empfanger zahlungspflichtiger|absender|name gegenkonto|gegenkonto name|kontoinhaber gegenkonto|umsatzpartner|partner name|zahlungspartner',
  payerName: 'zahlungspflichtige r|zahlungspflichtiger|zahlungspflichtige|name auftraggeber',
  payeeName: 'zahlungsempfanger in|zahlungsempfanger|zahlungsempfangerin|name empfanger',
  counterpartyAccount:
    'kontonummer iban|iban zahlungsbeteiligter|iban des auftraggebers|gegenkonto|kontonummer|iban gegenkonto|partner iban|iban empfanger|gegenkonto iban|kontonummer gegenkonto|partnerkonto|iban auftraggeber empfanger|iban des partners|gegen iban|iban kontonummer',
  counterpartyBank: 'bic swift code|bic|blz|bic swift|bic zahlungsbeteiligter|swift code|bankleitzahl|bic des partners',
  remittance:
    'verwendungszweck|buchungstext|beschreibung|vorgang verwendungszweck|buchungsdetails|mitteilung|zahlungsreferenz|umsatztext|text|transaktionsbeschreibung|transaktionsbeschreibung zusatz|zahlungsgrund|beschreibung1|beschreibung2|beschreibung3|beschreibung 1|beschreibung 2|beschreibung 3|details|bemerkung|zahlungszweck|vermerk|notiz|zusatzinformationen|fussnoten|betreff|hinweis|zweck|verwendungszweck 1|verwendungszweck 2|mitteilungen|avisierungstext|informationen|wofur',
  reference: 'kundenreferenz|referenz|sammlerreferenz|referenznummer|zahlungsreferenz kunde|buchungsreferenz|beleg',
  transactionId:
    'transaktionsnummer|transaktions id|transaktionsid|transaktionscode|umsatz id|buchungsnummer|transaktions nr|belegnummer|id|ordnungsnummer|bankreferenz',
  type: 'umsatzart|buchungsart|typ|transaktionstyp|vorgang|umsatztyp|art|buchungsschlussel|art der buchung|geschaftsvorfall|transaktionsart',
  status: 'status|umsatzstatus|info|zustand|auswirkung auf guthaben',
  ownAccount:
    'auftragskonto|iban auftragskonto|kontonummer eigen|eigenes konto|konto|iban|produkt|kartennummer|kreditkarte|bezeichnung auftragskonto iban|eigene iban|umsatz iban|kontonr|konto nr|kontonummer auftraggeber|bewertungskonto',
  originalAmount:
    'originalbetrag|betrag in fremdwahrung|fremdwahrungsbetrag|betrag fremdwahrung|ursprungsbetrag|ursprunglicher betrag|auslandsbetrag|lastschrift ursprungsbetrag|betrag original',
  originalCurrency: 'originalwahrung|fremdwahrung|originalwaehrung|ursprungswahrung|wahrung original',
  rate: 'umrechnungskurs|kurs|wechselkurs|devisenkurs',
  fee: 'gebuhr|gebuhren|entgelt|auslagenersatz rucklastschrift|spesen|provision|auslagenersatz',
  endToEndId: 'kundenreferenz end to end|end to end referenz|ende zu ende referenz|e2e referenz|end to end id',
  mandateId: 'mandatsreferenz|mandat|mandats id|mandatsnummer',
  creditorId:
    'glaubiger id|glaeubiger id|glaubiger identifikationsnummer|glaubigeridentifikationsnummer|glaubiger identifikation|creditor id',
  chequeNo: 'schecknummer|scheck nr|schecknr',
  ignore:
    'kategorie|unterkategorie|bezeichnung auftragskonto|bankname auftragskonto|bic auftragskonto|kontoname|uhrzeit|zeit|gebuhrenschlussel|landerkennzeichen|abrechnungskennzeichen|steuerrelevant|kontotyp|gekennzeichneter umsatz|glaeubiger name|kategorie gegenkonto|vertragskonto|primanota|branche|sektor|karteninhaber',
  openingBalance: 'saldo vor buchung|anfangssaldo|alter saldo|saldo vorher|eroffnungssaldo',
}

export const dutch: HeaderWords = {
  bookingDate:
    'boekdatum|boekingsdatum|datum boeking|transactiedatum|datum transactie|datum verrichting|uitvoeringsdatum|datum|verrichtingsdatum',
  valueDate: 'valutadatum|rentedatum|valuta|datum valuta|valutadag',
  amount: 'bedrag|transactiebedrag|bedrag eur|bedrag transactie|bedrag van de verrichting|nettobedrag',
  debit: 'af|debet|afschrijving|uitgaven|debetbedrag|bedrag af|afgeschreven|uit',
  credit: 'bij|credit|bijschrijving|inkomsten|creditbedrag|bedrag bij|bijgeschreven|storting',
  indicator: 'af bij|bij af|debet credit|debit credit|dc|richting|code debet credit|credit debet',
  currency: 'munt|valutacode|muntsoort|munteenheid|muntcode|rekeningvaluta|devies',
  balance:
    'saldo na trn|saldo na mutatie|saldo|eindsaldo|saldo na boeking|nieuw saldo|saldo na transactie|endsaldo|saldo na verrichting',
  counterpartyName:
    'naam tegenpartij|tegenpartij|naam tegenrekeninghouder|naam omschrijving|tegenpartij naam|naam van de tegenpartij|naam|begunstigde|naam begunstigde|opdrachtgever|naam tegenpartij bevat|naam ontvanger',
  counterpartyAccount:
    'tegenrekening|tegenrekening iban bban|rekeningnummer tegenpartij|rekening tegenpartij|tegenpartij iban|iban tegenpartij|tegenrekeningnummer|rekening van de tegenpartij|tegenpartij rekening',
  counterpartyBank: 'bic tegenpartij|bank tegenpartij|bic van de tegenpartij',
  remittance:
    'omschrijving|mededelingen|mededeling|vrije mededeling|omschrijving 1|omschrijving 2|omschrijving 3|gestructureerde mededeling|betalingskenmerk|details|omschrijving verrichting|notitie|details van de verrichting|mededeling 1|mededeling 2|toelichting|transactieomschrijving|bericht',
  reference: 'referentie|kenmerk|refertenummer|klantreferentie',
  transactionId:
    'transactiereferentie|transactienummer|volgnummer|volgnr|transactie id|bankreferentie|journaalnummer|volgnummer transactie|referentienummer|verrichtingsnummer|journaal nummer',
  type: 'mutatiesoort|soort mutatie|code|type verrichting|transactietype|boekcode|mutatiecode|globale transactiecode|type transactie|soort transactie|transactiesoort|verrichting',
  status: 'status',
  ownAccount:
    'rekeningnummer|rekening|iban bban|iban|eigen rekening|mijn rekening|rekeningnr|opdrachtgeversrekening|rekening iban|bankrekening',
  originalAmount: 'oorspr bedrag|oorspronkelijk bedrag|bedrag vreemde valuta|bedrag in vreemde valuta',
  originalCurrency: 'oorspr munt|oorspronkelijke munt|vreemde valuta|oorspronkelijke valuta',
  rate: 'koers|wisselkoers',
  fee: 'kosten|transactiekosten',
  endToEndId: 'end to end referentie|europese opdracht id',
  mandateId: 'machtigingskenmerk|mandaatreferentie|mandaat|machtigingsnummer',
  creditorId: 'incassant id|incassant|schuldeiser id|incassantid',
  ignore:
    'rubrieknaam|naam uiteindelijke partij|naam initierende partij|batch id|reden retour|adres tegenpartij|afschriftnummer|tijd|tag|naam rekening|rekening naam|postcode en plaats tegenpartij|straat en nummer|landcode',
  openingBalance: 'beginsaldo|saldo voor mutatie|saldo vooraf|startsaldo|oud saldo',
}
