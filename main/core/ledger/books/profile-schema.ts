import { z } from '@hono/zod-openapi'
import { largestOnRequest, mostCandidates } from '../../matching/sums/limits.ts'
import { profileOf } from '../context.ts'
import { invalidRequest } from '../errors.ts'
import { precisionOf } from '../money.ts'
import type { Ledger } from './types.ts'

const mostDays = 3660
/** Minor units of a currency with up to two decimals: 10,000.00 EUR, 1,000,000 JPY. */
const mostMoney = 1_000_000

const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error }).optional()
}
const day = z.int().min(-mostDays).max(mostDays)
const window = (description: string) =>
  z
    .tuple([day, day], { error: `must be two whole numbers of days from -${mostDays} to ${mostDays}` })
    .refine(([from, to]) => from <= to, 'must begin before it ends')
    .optional()
    .openapi({ description, example: [-3, 10] })
const perMille = whole(0, 1000)
const sum = (description: string) =>
  z
    .int({ error: 'must be a whole number of minor units' })
    .min(0, { error: 'must not be negative' })
    .optional()
    .openapi({
      description: `${description}; minor units, at most 10,000.00 (of a currency without decimals 1,000,000)`,
    })

/** What a ledger's matching profile may say (6.2); what is absent is as usual. */
export const profileSchema = z
  .strictObject(
    {
      days: window('Booking date less ledger date'),
      daysWithReference: window('The same with a reference; holds the days of all others'),
      daysCheque: window('The same for cheques'),
      toleranceAbsolute: sum('Amounts that differ by no more agree'),
      tolerancePerMille: perMille,
      toleranceCap: sum('The most that the relative tolerance allows; 0 for no limit'),
      shortPaymentPerMille: perMille,
      shortPaymentCap: sum('The most by which a payment with a reference may be short'),
      foreignPerMille: perMille,
      groupWithReference: whole(1, 1000),
      groupAmountOnly: whole(1, largestOnRequest),
      groupCandidates: whole(2, mostCandidates),
      storeFrom: whole(1, 100),
      unattended: z.boolean().optional(),
      carryForward: z.boolean().optional(),
    },
    { error: 'must be an object of settings' },
  )
  .openapi('MatchingProfile')

/**
 * Throws 400 naming each setting of a ledger that contradicts another one or its currency: sums beyond the limit, windows
 * that do not hold each other, fewer decimals than the currency has.
 */
export function checkSettings({ currency, precisionOverride, profile: changes }: Ledger): void {
  const faults: Record<string, string> = {}
  const precision = precisionOf(currency, precisionOverride)
  const own = precisionOf(currency)
  if (precision < own) faults.precision_override = `must be at least ${own}, the decimals of ${currency}`
  const profile = profileOf(changes)
  const most = mostMoney * 10 ** Math.max(0, precision - 2)
  for (const name of ['toleranceAbsolute', 'toleranceCap', 'shortPaymentCap'] as const)
    if (profile[name] > most) faults[`profile.${name}`] = `must be at most ${most} minor units of ${currency}`
  if (profile.toleranceCap > 0 && profile.toleranceCap < profile.toleranceAbsolute)
    faults['profile.toleranceCap'] = 'must be 0 (no limit) or at least the absolute tolerance'
  const [[from, to], [first, last]] = [profile.days, profile.daysWithReference]
  if (from < first || to > last)
    faults['profile.daysWithReference'] = `must hold the days of all others, ${from} to ${to}`
  const [one] = Object.entries(faults)
  if (one) throw invalidRequest(`${one[0]} ${one[1]}`, faults)
}
