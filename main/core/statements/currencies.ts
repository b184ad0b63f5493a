import { StatementError } from './failure.ts'

// ISO 4217 as of 2026, funds codes that accounts are held in, and codes withdrawn since 1999 that old statements carry.
const active =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
  'CHF CHW CLF CLP CNH CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF ' +
  'GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD ' +
  'LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR ' +
  'PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY ' +
  'TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG ZWL'
const withdrawn =
  'ADP AFA ATS AZM BEF BGL BYB BYR CSD CYP DEM ECS EEK ESP FIM FRF GHC GRD GWP IEP ITL LTL LUF LVL MGF MRO MTL MXP MZM ' +
  'NLG PTE ROL RUR SDD SIT SKK SRG STD TMM TPE TRL VEB VEF YUM ZMK ZWD ZWN ZWR'

const codes: ReadonlySet<string> = new Set(`${active} ${withdrawn}`.split(' '))

const exponents: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
])

/** Decimals by currency that the user changed or added. */
export type Precision = Readonly<Record<string, number>> | undefined

/** Whether the text is a currency code that amounts can be read in. */
export const isCurrency = (code: string, precision?: Precision): boolean =>
  codes.has(code) || (precision !== undefined && Object.hasOwn(precision, code))

/** The currency's decimals (ledger specification 2.1), or null for a code that nobody knows. */
export function exponentOrNull(code: string, precision?: Precision): number | null {
  const own = precision !== undefined && Object.hasOwn(precision, code) ? precision[code] : undefined
  if (own !== undefined) return own
  return codes.has(code) ? (exponents.get(code) ?? 2) : null
}

/** The currency's decimals; two when the file names no currency. Throws `currency_unknown` for an unknown code. */
export function exponentOf(code: string | null, precision?: Precision, line?: number): number {
  if (code === null) return 2
  const exponent = exponentOrNull(code, precision)
  if (exponent !== null) return exponent
  const message = `The currency "${code.slice(0, 20)}" is not known. Add it with its number of decimals, then read the file again.`
  throw new StatementError('currency_unknown', message, [
    { ...(line === undefined ? {} : { line }), code: 'currency_unknown', message },
  ])
}
