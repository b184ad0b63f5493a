import type { HeaderWords } from '../roles.ts'

export const swedish: HeaderWords = {
  bookingDate:
    'bokforingsdag|bokforingsdatum|bokford|bokfort|bokforingsdag bank|reskontradatum|bokfort datum|transaktionsdag|transaktionsdatum|kopdatum|datum',
  valueDate: 'valutadatum|valutadag|rantedag|rantedatum|valuta datum',
  amount: 'belopp|belopp sek|transaktionsbelopp|belopp i sek|summa|bokfort belopp|belopp kontovaluta|insattning uttag',
  debit: 'uttag|debet|utbetalning|uttag belopp|utgift|utgifter|utgaende|ut',
  credit: 'insattning|kredit|inbetalning|insattningar|inkomst|inkommande|insattning belopp',
  indicator: 'debet kredit|kredit debet|riktning|insattning uttag',
  currency: 'valuta|kontovaluta|valutakod',
  balance: 'saldo|bokfort saldo|saldo efter|aktuellt saldo|saldo efter transaktion|kontosaldo',
  counterpartyName:
    'mottagare avsandare|motpart|namn|avsandare mottagare|betalningsmottagare|motpartens namn|butik|inkopsstalle|forsaljningsstalle',
  payerName: 'avsandare|avsandare namn|betalare',
  payeeName: 'mottagare|mottagare namn',
  counterpartyAccount: 'motkonto|mottagarkonto|mottagarens konto|till konto|motpartens konto|kontonummer motpart',
  remittance:
    'text|beskrivning|meddelande|specifikation|rubrik|transaktion|meddelande till mottagare|egen notering|kommentar|notering|text mottagare|detaljer|specification|transaktionstext|eget meddelande|ytterligare information|benamning',
  reference:
    'referens|ocr|betalningsreferens|egen referens|referens ocr|er referens|verifikat|verifikationsnummer|ocr referens',
  transactionId: 'transaktionsid|transaktionsnummer|radnummer transaktion|lopnummer|verifikation id',
  type: 'typ|transaktionstyp|handelse|typ av transaktion|kategori typ|insattning uttag typ',
  status: 'status',
  ownAccount: 'kontonummer|konto|kontonr|iban|eget konto|clearing kontonummer',
  originalAmount:
    'ursprungligt belopp|belopp i utlandsk valuta|utlandskt belopp|originalbelopp|belopp i valuta|utl belopp',
  originalCurrency: 'ursprunglig valuta|utlandsk valuta|originalvaluta',
  rate: 'kurs|vaxelkurs|valutakurs',
  fee: 'avgift|avgifter|courtage',
  ignore:
    'radnr|radnummer|clearingnummer|clnr|produkt|kategori|tillgangligt belopp|kontonamn|disponibelt|klockslag|tid|kortinnehavare|kontobenamning|konto namn',
  openingBalance: 'ingaende saldo',
}

export const norwegian: HeaderWords = {
  bookingDate:
    'bokforingsdato|bokfort dato|bokfort|utfort dato|transaksjonsdato|bokforingsdag|dato bokfort|betalingsdato|dato|kjopsdato|rentedato bokfort',
  valueDate: 'rentedato|valuteringsdato|valuteringsdag|valutadato|verdidato',
  amount: 'belop|belop nok|sum|transaksjonsbelop|belop i nok|bokfort belop',
  debit: 'ut fra konto|ut|uttak|debet|ut av konto|belop ut|utgift|utbetaling|debit|belastet',
  credit: 'inn pa konto|inn|innskudd|kredit|belop inn|inntekt|innbetaling|inn til konto|godskrevet',
  indicator: 'debet kredit|inn ut|retning',
  currency: 'valuta|valutakode|kontovaluta',
  balance: 'saldo|bokfort saldo|saldo etter|disponibel saldo etter|konto saldo',
  counterpartyName:
    'mottaker avsender|motpart|navn|avsender mottaker|betaler mottaker|mottakernavn|motpartens navn|butikk|mottaker navn',
  payerName: 'avsender|betaler',
  payeeName: 'mottaker',
  payerAccount: 'fra konto|fra kontonummer|avsenderkonto|fra kontonr',
  payeeAccount: 'til konto|til kontonummer|mottakerkonto|til kontonr',
  counterpartyAccount: 'motkonto|motpart konto|mottakers konto|kontonummer motpart',
  remittance:
    'forklaring|beskrivelse|tekst|melding|melding kid fakt nr|betalingsinformasjon|forklarende tekst|transaksjonstekst|detaljer|merknad|kommentar|fritekst|undertype tekst',
  reference: 'referanse|kid|arkivref|arkivreferanse|egenreferanse|numref|kid nummer|fakturanummer',
  transactionId: 'transaksjonsid|transaksjonsnummer|lopenummer|transaksjons id|numerisk referanse',
  type: 'type|transaksjonstype|betalingstype|transaksjonskode|undertype|kode',
  status: 'status',
  ownAccount: 'konto|kontonummer|kontonr|iban',
  originalAmount: 'opprinnelig belop|belop i valuta|valutabelop|opprinnelig valutabelop|utenlandsk belop',
  originalCurrency: 'opprinnelig valuta|utenlandsk valuta',
  rate: 'valutakurs|kurs',
  fee: 'gebyr|gebyrer',
  ignore: 'tid|kategori|disponibelt belop|kontonavn|underkategori',
  openingBalance: 'inngaende saldo|inngående saldo',
}

export const danish: HeaderWords = {
  bookingDate:
    'bogforingsdato|bogfort|bogforingsdag|bogfort dato|posteringsdato|transaktionsdato|dato|kobsdato|ekspeditionsdato|bogford dato',
  valueDate: 'rentedato|valordato|valoerdato|valor|valutadato|rentedag',
  amount: 'belob|belob dkk|belob i dkk|posteringsbelob|transaktionsbelob|kontobelob',
  debit: 'haevet|udbetaling|debet|ud|udgift|hevet|havet|udgaende|traek',
  credit: 'indsat|indbetaling|kredit|ind|indtaegt|indgaende|indtagt',
  indicator: 'debet kredit|ind ud|retning',
  currency: 'valuta|valutakode|kontovaluta',
  balance: 'saldo|bogfort saldo|saldo efter|ny saldo|kontosaldo',
  counterpartyName:
    'modpart|navn|modtager afsender|afsender modtager|modpartens navn|navn pa modpart|butik|beloebsmodtager',
  payerName: 'afsender|indbetaler|afsenders navn',
  payeeName: 'modtager|modtagers navn|modtager navn',
  counterpartyAccount: 'modkonto|modtagers konto|modtagerkonto|til konto|modpartens konto|modtager konto',
  remittance:
    'tekst|beskrivelse|meddelelse|posteringstekst|besked|tekst til modtager|notat|specifikation|note|egen tekst|detaljer|supplerende tekst|udvidet tekst|bemaerkning|meddelelse til modtager|egen besked|emne',
  reference:
    'reference|bilag|referencenummer|egen reference|bilagsnummer|kreditors referencenummer|afsenders referencenummer|ref',
  transactionId: 'transaktionsid|transaktionsnummer|lobenummer|posteringsnummer|transaktions id|arkivreference',
  type: 'type|transaktionstype|posteringstype|bevaegelsestype|transaktionskode',
  status: 'status|afstemt',
  ownAccount: 'konto|kontonummer|kontonr|iban|eget konto',
  originalAmount: 'oprindeligt belob|belob i valuta|udenlandsk belob|originalt belob',
  originalCurrency: 'oprindelig valuta|udenlandsk valuta',
  rate: 'kurs|valutakurs|vekselkurs',
  fee: 'gebyr|gebyrer',
  ignore: 'tid|kategori|underkategori|disponibelt|kontonavn|hovedkategori|tidspunkt',
  openingBalance: 'primosaldo|indgaende saldo',
}

export const finnish: HeaderWords = {
  bookingDate:
    'kirjauspaiva|kirjauspvm|kirjauspaivamaara|maksupaiva|tapahtumapaiva|pvm|paivamaara|tapahtumapvm|paivays|kirjattu|ostopaiva|paiva',
  valueDate: 'arvopaiva|arvopvm|arvopaivamaara|korkopaiva',
  amount: 'maara|summa|maara eur|maara euroa|rahamaara|tapahtuman maara|summa eur|euroa|maara euro|tapahtuman summa',
  debit: 'otto|panot ja otot otto|veloitus|ulos|menot|debet|meno|otot',
  credit: 'pano|hyvitys|sisaan|tulot|kredit|tulo|panot',
  indicator: 'pano otto|debet kredit|suunta|otto pano',
  currency: 'valuutta|valuuttakoodi|tilin valuutta|valuuttalaji',
  balance: 'saldo|tilin saldo|loppusaldo|saldo tapahtuman jalkeen|kirjanpitosaldo',
  counterpartyName:
    'saaja maksaja|maksaja saaja|vastapuoli|nimi|saajan nimi|maksaja tai saaja|saaja maksaja nimi|vastapuolen nimi|kauppa|nimi saaja maksaja',
  payerName: 'maksaja|maksajan nimi',
  payeeName: 'saaja|saajan nimi',
  counterpartyAccount:
    'saajan tilinumero|tilinumero vastapuoli|vastatili|saajan tili|saajan tilinumero ja pankin bic|vastapuolen tili|tilinumero saaja|saajan iban',
  counterpartyBank: 'pankin bic|saajan pankin bic|bic|pankin bic tunnus',
  remittance:
    'viesti|selite|selitys|tapahtuma|kuvaus|viesti saajalle|omat tiedot|lisatiedot|muistiinpano|tiedot|selvitys|otsikko|viite viesti|oma muistiinpano',
  reference: 'viite|viitenumero|viitteet|maksajan viite|viite ja viesti',
  transactionId: 'arkistointitunnus|arkistotunnus|tapahtumatunnus|arkistointinumero|tapahtuman numero|yksiloiva tunnus',
  type: 'laji|tapahtumalaji|tyyppi|tapahtumatyyppi|maksutapa|tapahtumalajikoodi',
  status: 'tila|tapahtuman tila|status',
  ownAccount: 'tili|tilinumero|oma tili|iban|tilin numero',
  originalAmount: 'alkuperainen maara|alkuperainen summa|valuuttamaara|maara valuutassa',
  originalCurrency: 'alkuperainen valuutta|ulkomaan valuutta',
  rate: 'kurssi|valuuttakurssi|vaihtokurssi',
  fee: 'palvelumaksu|kulut|palkkio',
  ignore: 'kellonaika|aika|kategoria|kaytettavissa|tilin nimi|kortti|kortin numero|luokka',
  openingBalance: 'alkusaldo',
}

export const icelandic: HeaderWords = {
  bookingDate: 'dagsetning|bokunardagur|bokunardagsetning|dags|faersludagur|faersludagsetning|dagur',
  valueDate: 'vaxtadagur|vaxtadags|gildisdagur',
  amount: 'upphaed|upphaed i isk|fjarhaed|upphaed isk',
  debit: 'ut|uttekt|debet|utborgun|gjold',
  credit: 'inn|innborgun|kredit|innlogn|tekjur',
  currency: 'gjaldmidill|mynt',
  balance: 'stada|stada reiknings|stada eftir|bokud stada',
  counterpartyName: 'mottakandi greidandi|nafn|motadili|nafn vidtakanda eda greidanda|soluadili',
  counterpartyAccount: 'motreikningur|reikningur motadila',
  remittance: 'texti|skyring|skyringar|lysing|faersluskyring|athugasemd',
  reference: 'tilvisun|sedilnumer|tilvisunarnumer',
  transactionId: 'faerslunumer|bunkanumer',
  type: 'faerslulykill|tegund|textalykill',
  ownAccount: 'reikningur|reikningsnumer|bankareikningur',
  ignore: 'kennitala|utibu|banki',
}
