import { z } from '@hono/zod-openapi'
import { exponentOf, isCurrency } from '../statements/currencies.ts'
import { invalidRequest } from './errors.ts'

/** Money in answers of the ledger API (2.1): integer minor units as text. */
export const moneySchema = z
  .object({
    amount: z.string().openapi({ example: '123456' }),
    currency: z.string().openapi({ example: 'EUR' }),
    precision: z.number().int().openapi({ example: 2 }),
  })
  .openapi('Money')
export type Money = z.infer<typeof moneySchema>

/** Decimals of a ledger: its own where the user raised them, else the currency's. */
export const precisionOf = (currency: string, override: number | null = null): number =>
  override ?? exponentOf(currency, undefined)

export const money = (minor: number, currency: string, override: number | null = null): Money => ({
  amount: String(minor),
  currency,
  precision: precisionOf(currency, override),
})

/** In requests: minor units as number or text, or the object that answers carry. */
export const moneyInput = z.union([z.number(), z.string(), moneySchema]).openapi({ example: '123456' })

/** Money of a request must be in the currency and decimals of where it goes: read as others it would be another amount. */
function checkUnit({ currency: given, precision }: Money, currency: string, field: string, override: number | null) {
  if (given !== currency)
    throw invalidRequest(`${field} is in ${given}, not in ${currency}`, { [field]: `must be in ${currency}` })
  if (!isCurrency(currency))
    throw invalidRequest(`${field} is in ${currency}, which is no known currency`, {
      [field]: 'must be in a currency of ISO 4217',
    })
  const decimals = precisionOf(currency, override)
  if (precision !== decimals)
    throw invalidRequest(`${field} has a precision of ${precision}, not of ${decimals}`, {
      [field]: `must have the precision ${decimals}`,
    })
}

/**
 * Reads an amount of a request as signed minor units of `currency` (`override`: of a ledger with other decimals). Throws
 * 400 that names the field for a fraction, a number beyond 2^53, another currency or precision, or text that is no integer.
 */
export function readMoney(
  value: z.infer<typeof moneyInput>,
  currency: string,
  field: string,
  override: number | null = null,
): number {
  if (typeof value === 'object') checkUnit(value, currency, field, override)
  const text = String(typeof value === 'object' ? value.amount : value)
  const minor = /^[+-]?\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(minor)) return minor
  const reason = 'must be a whole number of minor units, at most 2^53'
  throw invalidRequest(`${field} ${reason}`, { [field]: reason })
}

export const currencyInput = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => isCurrency(code), 'must be a currency code (ISO 4217), such as EUR')
