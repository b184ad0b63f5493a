import type { HeaderWords } from '../roles.ts'

export const croatianAndSerbian: HeaderWords = {
  bookingDate:
    'datum knjiženja|datum izvršenja|datum transakcije|datum obrade|datum izvršenja transakcije|datum prometa|datum knjizenja|datum promjene|datum promene|datum',
  valueDate: 'datum valute|valuta datum|datum valutiranja|datum dospijeća',
  amount: 'iznos|iznos transakcije|iznos u valuti računa|iznos u valuti|iznos u eur|iznos u rsd',
  debit: 'isplata|duguje|terećenje|zaduženje|rashod|isplate|na teret|troškovi|odliv|duguje iznos',
  credit: 'uplata|potražuje|odobrenje|prihod|uplate|u korist|primici|priliv|potražuje iznos',
  indicator: 'uplata isplata|duguje potražuje|smjer|smer|strana|d p',
  currency: 'valuta|valuta računa|oznaka valute|valuta transakcije',
  balance:
    'stanje|stanje računa|saldo|novo stanje|stanje nakon transakcije|raspoloživo stanje nakon|stanje nakon|stanje po računu|saldo računa',
  counterpartyName:
    'primatelj platitelj|naziv primatelja|naziv partnera|partner|primalac platilac|naziv platitelja primatelja|naziv|platitelj primatelj|naziv primaoca',
  payerName: 'platitelj|nalogodavac|platilac|uplatitelj',
  payeeName: 'primatelj|primalac|korisnik',
  counterpartyAccount:
    'račun primatelja|iban primatelja|račun partnera|iban platitelja|račun primatelja platitelja|račun primaoca|račun platitelja primatelja',
  remittance:
    'opis transakcije|opis plaćanja|opis|svrha|svrha plaćanja|svrha doznake|opis prometa|detalji|napomena|svrha uplate',
  reference:
    'poziv na broj|referenca|model i poziv na broj|broj za reklamaciju|poziv na broj odobrenja|referenca plaćanja',
  transactionId: 'broj transakcije|id transakcije|redni broj transakcije',
  type: 'vrsta transakcije|tip|vrsta|tip transakcije|vrsta prometa',
  status: 'status',
  ownAccount: 'račun|broj računa|moj račun|iban računa|račun platitelja',
  originalAmount: 'originalni iznos|iznos u originalnoj valuti',
  originalCurrency: 'originalna valuta',
  rate: 'tečaj|kurs',
  fee: 'naknada|provizija',
  ignore: 'vrijeme|vreme|kategorija|redni broj|rb|šifra plaćanja',
  openingBalance: 'početno stanje|prethodno stanje|staro stanje',
}

export const slovene: HeaderWords = {
  bookingDate: 'datum knjiženja|datum izvršitve|datum transakcije|datum prometa|datum obdelave|datum',
  valueDate: 'datum valute|valutni datum|datum valutacije',
  amount: 'znesek|znesek transakcije|znesek v valuti računa|znesek v eur',
  debit: 'breme|odliv|v breme|odlivi|bremenitev|odhodki|v breme eur',
  credit: 'dobro|priliv|v dobro|prilivi|dobropis|prihodki|v dobro eur|kredit',
  indicator: 'breme dobro|predznak|smer',
  currency: 'valuta|valuta računa|oznaka valute',
  balance: 'stanje|novo stanje|stanje na računu|saldo|stanje po transakciji',
  counterpartyName:
    'naziv prejemnika plačnika|udeleženec|naziv partnerja|naziv udeleženca|naziv|prejemnik plačnik|naziv nalogodajalca prejemnika',
  payerName: 'plačnik|nalogodajalec|naziv plačnika',
  payeeName: 'prejemnik|naziv prejemnika',
  counterpartyAccount: 'račun partnerja|račun prejemnika plačnika|račun udeleženca|iban partnerja|račun prejemnika',
  remittance: 'namen|opis|namen plačila|opis transakcije|namen nakazila|podrobnosti',
  reference: 'referenca|sklic|referenca prejemnika|referenca plačnika|sklic v dobro|sklic v breme',
  transactionId: 'številka transakcije|id transakcije|reklamacijska številka',
  type: 'vrsta transakcije|vrsta|tip|vrsta prometa',
  status: 'status',
  ownAccount: 'račun|številka računa|moj račun|iban',
  rate: 'tečaj|menjalni tečaj',
  fee: 'provizija|nadomestilo|stroški',
  ignore: 'čas|kategorija|koda namena',
  openingBalance: 'začetno stanje|prejšnje stanje',
}

export const slovak: HeaderWords = {
  bookingDate:
    'dátum spracovania|dátum zaúčtovania|dátum účtovania|dátum transakcie|dátum pohybu|dátum operácie|dátum realizácie|dátum',
  valueDate: 'dátum valuty|valuta|dátum splatnosti',
  amount: 'suma|čiastka|suma v mene účtu|objem|suma transakcie|suma v eur',
  debit: 'debet|výdavky|odchádzajúce|na ťarchu|výdaj|odpísané|suma debet',
  credit: 'kredit|príjmy|prichádzajúce|v prospech|príjem|pripísané|suma kredit',
  indicator: 'kredit debet|debet kredit|smer|typ pohybu|príjem výdaj',
  currency: 'mena|mena účtu|mena transakcie',
  balance:
    'zostatok|zostatok po transakcii|konečný zostatok|zostatok na účte|disponibilný zostatok po|účtovný zostatok',
  counterpartyName:
    'názov protiúčtu|protistrana|názov protistrany|názov partnera|príjemca platiteľ|meno protistrany|názov účtu protistrany|partner|obchodník',
  payerName: 'platiteľ|odosielateľ',
  payeeName: 'príjemca',
  counterpartyAccount:
    'protiúčet|číslo protiúčtu|iban protiúčtu|účet protistrany|iban protistrany|iban partnera|partnerský účet',
  counterpartyBank: 'kód banky|bic|banka protiúčtu|kód banky protiúčtu',
  remittance:
    'popis|správa pre príjemcu|informácia pre príjemcu|popis transakcie|poznámka|správa|účel platby|detail|doplňujúci údaj|info pre príjemcu',
  reference: 'variabilný symbol|vs|referencia|referencia platiteľa|konštantný symbol|špecifický symbol|ks|ss',
  transactionId: 'číslo transakcie|id transakcie|identifikátor transakcie|referencia banky',
  type: 'typ transakcie|typ|typ operácie|druh pohybu|druh transakcie',
  status: 'stav|status',
  ownAccount: 'účet|číslo účtu|iban účtu|vlastný účet|môj účet',
  originalAmount: 'pôvodná suma|suma v cudzej mene|originálna suma',
  originalCurrency: 'pôvodná mena|cudzia mena|originálna mena',
  rate: 'kurz|výmenný kurz',
  fee: 'poplatok|poplatky',
  ignore: 'čas|kategória',
  openingBalance: 'počiatočný zostatok',
}
