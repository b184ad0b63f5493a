import { normaliseHeader } from './match-header.ts'
import type { Row } from './tokenize.ts'

const ownerLabel =
  /^(?:account holder|account owner|account holder name|holder|owner|customer name|client name|account name|name|client|customer|kontoinhaber|kontoinhaberin|inhaber|kunde|name des kontoinhabers|titulaire|titulaire du compte|nom du titulaire|titular|titular de la cuenta|titular da conta|nombre|nombre del titular|razon social|cliente|nome|nome do cliente|nome do titular|intestatario|intestatari|intestazione|intestato a|rekeninghouder|naam rekeninghouder|kontohavare|kontohaver|kontoeier|asiakas|tilinomistaja|wlasciciel|posiadacz rachunku|posiadacz|wlasciciel rachunku|majitel|majitel uctu|nazev uctu|szamlatulajdonos|ugyfel|ugyfelnev|titular cont|nume titular|nume client|client titular|vlasnik racuna|vlasnik|imetnik|imetnik racuna|majitel uctu|ad soyad|musteri|musteri adi|hesap sahibi|unvan|владелец|владелец счета|клиент|наименование клиента|титуляр|власник|власник рахунку|titulaire s|nama|nama pemilik|nama nasabah|口座名義|口座名義人|户名|账户名称|戶名|예금주|chu tai khoan|ten tai khoan|δικαιουχος|ονοματεπωνυμο|שם בעל החשבון)$/

const withoutNumber = (text: string): boolean => /\p{L}{2}/u.test(text) && (text.match(/\d/g)?.length ?? 0) < 4

/** Whose account it is, from a labelled line above the table ("Titular:;Panadería SRL", "Account holder: A. Smith"). */
export function ownerOf(preamble: readonly Row[]): string | null {
  for (const { cells } of preamble)
    for (const [index, cell] of cells.entries()) {
      if (cell === '' || cell.length > 200) continue
      const [label = '', ...rest] = cell.split(':')
      if (!ownerLabel.test(normaliseHeader(label))) continue
      const beside = rest.join(':').trim()
      const named = beside !== '' ? beside : (cells.slice(index + 1).find((next) => next !== '') ?? '')
      if (named.length <= 140 && withoutNumber(named)) return named
    }
  return null
}
