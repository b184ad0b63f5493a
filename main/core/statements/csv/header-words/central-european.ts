import type { HeaderWords } from '../roles.ts'

export const polish: HeaderWords = {
  bookingDate:
    'data ksiegowania|data zaksiegowania|data operacji|data transakcji|data wykonania|data zlecenia|data rozliczenia|data realizacji|data rozpoczecia|data zakonczenia|data',
  valueDate: 'data waluty|data walut|data wartosci',
  amount:
    'kwota|kwota operacji|kwota transakcji|kwota w walucie rachunku|kwota transakcji waluta rachunku|kwota w pln|wartosc|kwota pln|kwota w walucie konta|kwota zlecenia|kwota rozliczenia',
  debit: 'obciazenia|obciazenie|wyplaty|wyplata|wydatki|kwota obciazenia|winien|debet|wychodzace|wydatek|wn',
  credit: 'uznania|uznanie|wplaty|wplata|wplywy|kwota uznania|ma|kredyt|przychodzace|przychod',
  indicator: 'strona|uznanie obciazenie|obciazenie uznanie|znak|wn ma|kierunek|rodzaj uznanie obciazenie',
  currency: 'waluta|waluta rachunku|waluta operacji|waluta konta|waluta transakcji',
  balance:
    'saldo po operacji|saldo|saldo po transakcji|saldo koncowe|saldo rachunku|saldo ksiegowe|saldo po zmianie|saldo konta',
  counterpartyName:
    'kontrahent|nadawca odbiorca|dane kontrahenta|nazwa kontrahenta|nazwa odbiorcy nadawcy|odbiorca nadawca|na konto z konta|nazwa nadawcy|nazwa odbiorcy|odbiorca zleceniodawca|nazwa i adres kontrahenta|nazwisko|zleceniodawca odbiorca|nazwa|nazwa kontrahenta adres|dane strony operacji|odbiorca zleceniodawca nazwa',
  payerName: 'nadawca|zleceniodawca|nazwa zleceniodawcy',
  payeeName: 'odbiorca|beneficjent',
  counterpartyAccount:
    'rachunek kontrahenta|nr rachunku kontrahenta|numer rachunku kontrahenta|numer konta kontrahenta|rachunek nadawcy odbiorcy|numer rachunku odbiorcy|nr konta kontrahenta|rachunek przeciwstawny|numer konta|nr rachunku|numer rachunku nadawcy odbiorcy|rachunek odbiorcy|rachunek obcy',
  payerAccount: 'rachunek zrodlowy|rachunek nadawcy|z rachunku',
  payeeAccount: 'rachunek docelowy|na rachunek',
  counterpartyBank: 'nazwa banku|bank kontrahenta|nazwa banku kontrahenta',
  remittance:
    'opis operacji|tytul|opis transakcji|tytul operacji|opis|szczegoly|dodatkowe informacje|tytulem|szczegoly transakcji|komentarz|opis dodatkowy|informacje dodatkowe|tytul platnosci|szczegoly operacji|tytul transakcji|lokalizacja',
  reference: 'referencje|nr referencyjny|numer referencyjny|numer referencji|sygnatura|referencje banku|nr dokumentu',
  transactionId:
    'nr transakcji|numer transakcji|id transakcji|numer operacji|identyfikator operacji|nr transakcji id|numer identyfikacyjny',
  type: 'typ|rodzaj operacji|typ transakcji|rodzaj transakcji|typ operacji|rodzaj|kategoria operacji',
  status: 'status|stan',
  ownAccount:
    'rachunek|konto|numer rachunku|rachunek wlasny|nr konta|produkt|rachunek bankowy|numer rachunku karty|numer konta wlasnego',
  originalAmount:
    'kwota oryginalna|kwota w walucie|kwota w walucie oryginalnej|kwota w walucie obcej|kwota operacji w walucie|kwota blokady zwolnienie blokady oryginalna|kwota w walucie transakcji',
  originalCurrency: 'waluta oryginalna|waluta obca',
  rate: 'kurs|kurs waluty|kurs wymiany',
  fee: 'oplata|prowizja|oplaty',
  ignore:
    'godzina|kategoria|dostepne srodki|kwota blokady zwolnienie blokady|kwota platnosci w walucie|nazwa rachunku|numer karty|lp|data blokady|podkategoria|mcc',
  openingBalance: 'saldo poczatkowe|saldo przed operacja|saldo przed transakcja',
}

export const czech: HeaderWords = {
  bookingDate:
    'datum zauctovani|datum uctovani|datum provedeni|datum transakce|datum zauctovani transakce|datum pohybu|zauctovano|datum operace|datum splatnosti|datum provedeni transakce|datum a cas|datum platby|datum',
  valueDate: 'datum valuty|valuta|datum valuta|valuta datum',
  amount:
    'castka|objem|castka v mene uctu|zauctovana castka|castka transakce|castka platby|castka v czk|castka czk|suma|zuctovana castka|castka v kc|objem czk|castka obratu',
  debit: 'debet|vydaje|odchozi|ma dati|vydaj|odepsano|vybery|castka debet|na vrub',
  credit: 'kredit|prijmy|prichozi|dal|prijem|pripsano|vklady|castka kredit|ve prospech',
  indicator: 'smer|debet kredit|smer platby|prijem vydaj|smer uhrady|znamenko',
  currency: 'mena|mena uctu|mena transakce|kod meny|mena castky',
  balance:
    'zustatek|zustatek po transakci|konecny zustatek|zustatek na uctu|ucetni zustatek|zustatek po pohybu|zustatek po zauctovani',
  counterpartyName:
    'nazev protiuctu|nazev protistrany|protistrana|nazev uctu protiucastnika|jmeno protistrany|nazev uctu protistrany|nazev obchodnika|obchodni misto|prijemce platce|nazev protiucet|nazev partnera|platce prijemce|nazev prijemce|jmeno|nazev',
  counterpartyAccount:
    'protiucet|cislo protiuctu|protiucet a kod banky|cislo uctu protistrany|ucet protistrany|iban protistrany|protiucet cislo|cislo uctu protiucastnika|protiucet cislo uctu|partner iban|ucet partnera|protiucet kod banky|cislo protistrany',
  counterpartyBank: 'kod banky|nazev banky|banka protiuctu|bic|banka protistrany|kod banky protiuctu',
  remittance:
    'zprava pro prijemce|poznamka|popis|zprava|zprava prijemci|popis transakce|uzivatelska identifikace|zprava pro prijemce i pro me|detail|poznamka pro me|popis operace|upresneni|oznaceni operace|informace k platbe|komentar|zprava pro mne|muj popis|vlastni poznamka|ucel platby|popis pro me|detail platby|nazev transakce|poznamka pro prijemce',
  reference:
    'variabilni symbol|vs|reference|reference platby|konstantni symbol|specificky symbol|ks|ss|reference platce',
  transactionId:
    'id pohybu|id transakce|cislo transakce|id operace|oznaceni transakce|cislo pohybu|referencni cislo|identifikace transakce|cislo operace|id pokynu|reference transakce',
  type: 'typ|typ transakce|typ pohybu|druh transakce|typ platby|typ operace|kategorie pohybu|druh pohybu',
  status: 'stav|stav transakce',
  ownAccount: 'cislo uctu|ucet|muj ucet|vlastni ucet|iban|vlastni cislo uctu|ucet cislo|vlastni ucet cislo',
  originalAmount:
    'puvodni castka|castka v puvodni mene|castka v mene transakce|puvodni castka platby|castka v cizi mene|originalni castka',
  originalCurrency: 'puvodni mena|mena puvodni castky|originalni mena|cizi mena|puvodni mena platby',
  rate: 'kurz|smenny kurz|kurz meny',
  fee: 'poplatek|poplatky|poplatek v czk',
  ignore:
    'cas|provedl|kategorie|nazev uctu|cislo karty|mesto|obchodnik mesto|typ uctu|vlastni nazev uctu|poradove cislo|nazev meho uctu',
  openingBalance: 'pocatecni zustatek|zustatek pred transakci|puvodni zustatek',
}

export const hungarian: HeaderWords = {
  bookingDate:
    'konyveles datuma|konyvelesi datum|tranzakcio datuma|konyveles napja|tranzakcio idopontja|teljesites datuma|megbizas datuma|konyveles|konyvelt datum|tranzakcio ideje|datum|tranzakcio napja',
  valueDate: 'ertekdatum|erteknap|ertek datum|ertek nap|terhelesi nap|terheles napja',
  amount:
    'osszeg|tranzakcio osszege|konyvelt osszeg|forint osszeg|osszeg huf|tranzakcios osszeg|tetel osszege|terhelt osszeg|konyvelesi osszeg|brutto osszeg',
  debit: 'terheles|kiadas|terhelesek|tartozik|terheles osszege|kimeno|terhelt',
  credit: 'jovairas|bevetel|jovairasok|kovetel|jovairas osszege|bejovo|jovairt',
  indicator:
    'bevetel kiadas|terheles jovairas|irany|t k|t j|jelleg|tartozik kovetel|elojel|jovairas terheles|t j jelleg|tranzakcio iranya|kiadas bevetel',
  currency:
    'devizanem|deviza|penznem|devizaneme|osszeg devizaneme|szamla devizaneme|tranzakcio devizaneme|szamla penzneme|konyvelt devizanem|deviza nem',
  balance:
    'egyenleg|konyvelt egyenleg|szamlaegyenleg|zaro egyenleg|konyveles utani egyenleg|tranzakcio utani egyenleg|uj egyenleg|szamla egyenleg|aktualis egyenleg',
  counterpartyName:
    'partner neve|partner|ellenoldali nev|ellenpartner neve|kedvezmenyezett megbizo neve|partner elnevezese|ellenoldali szamla neve|kedvezmenyezett neve|ellenoldali ugyfel neve|ellenpartner|partner nev|kezdemenyezo kedvezmenyezett neve|elfogado neve|ellenszamla neve|ellenoldali partner neve',
  counterpartyAccount:
    'partner szamlaszama|ellenszamla|ellenoldali szamlaszam|partner szamla|ellenszamla szama|kedvezmenyezett szamlaszama|partner szamlaszam|ellenoldali iban|ellenoldali szamla|ellenoldali bankszamlaszam|partner szamlaszama azonositoja',
  counterpartyBank: 'partner bankja|ellenoldali bank',
  remittance:
    'kozlemeny|megjegyzes|leiras|reszletek|tranzakcio leirasa|kozlemeny 1|kozlemeny 2|kozlemeny 3|kozlemeny1|kozlemeny2|kozlemeny3|egyeb adatok|narrativa|egyeb informacio|szoveg|konyvelesi szoveg|tetel leirasa|tranzakcio reszletei|tranzakcio megnevezese|megnevezes|kiegeszito adatok',
  reference:
    'hivatkozas|hivatkozasi szam|megbizas azonosito|azonosito|ugyfel hivatkozas|hivatkozasszam|ugyfelreferencia|bizonylatszam|banki azonosito',
  transactionId:
    'tranzakcio azonosito|tranzakcio azonositoja|tranzakcioazonosito|banki tranzakcio azonosito|tranzakcio szama|referencia|tranzakcio sorszama|banki referencia|konyvelesi azonosito',
  type: 'tranzakcio tipusa|tipus|tranzakcio tipus|jogcim|forgalom tipusa|tranzakcio jellege|tranzakcio fajtaja|tetel tipusa|muvelet|forgalomtipus',
  status: 'allapot|statusz',
  ownAccount:
    'szamlaszam|szamla szama|sajat szamlaszam|bankszamlaszam|konyvelesi szamla|szamla|sajat szamla|konyvelesi szamlaszam|szamla azonosito',
  originalAmount:
    'eredeti osszeg|tranzakcio eredeti osszege|eredeti tranzakcio osszege|osszeg eredeti devizanemben|devizaosszeg|deviza osszeg',
  originalCurrency: 'eredeti devizanem|eredeti deviza|eredeti penznem|tranzakcio eredeti devizaneme',
  rate: 'arfolyam|atvaltasi arfolyam',
  fee: 'dij|koltseg|jutalek|banki koltseg',
  ignore:
    'szamla neve|kartyaszam|koltesi kategoria|ido|kategoria|idopont|szamlanev|sajat szamla neve|szamla elnevezese|sorszam|alkategoria|szamlatulajdonos',
  openingBalance: 'nyito egyenleg|nyitoegyenleg',
}
