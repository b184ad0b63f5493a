import { z } from 'zod'
import { parseMinor } from '../money.ts'
import type { IncomingMovement } from '../movements/types.ts'
import { RunFailure } from './failures.ts'

const mostRows = 10_000

/** Spec 9.3. The amount is a number or decimal text; cents are exact or refused. */
const transaction = z.object({
  externalId: z.string().trim().min(1, 'must not be empty').max(200),
  referenceHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hexadecimal digits')
    .nullish(),
  amount: z.union([z.number(), z.string()]).transform((given, context) => {
    const minor = parseMinor(given)
    if (minor !== null && minor > 0) return minor
    context.addIssue({ code: 'custom', message: 'must be a positive amount with at most two decimals' })
    return z.NEVER
  }),
  currency: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{3,}$/, 'must be a code of at least three letters')
    .transform((code) => code.toUpperCase()),
  senderName: z
    .string()
    .max(500)
    .nullish()
    .transform((name) => name?.trim() || null),
  receivedAt: z.iso
    .datetime({ offset: true, error: 'must be a date and time with its offset, like 2026-05-12T10:00:00-03:00' })
    .transform((text) => Date.parse(text)),
  raw: z.unknown().optional(),
})

const nonsense = (message: string) =>
  new RunFailure('movements_fetch_failed', `movements_fetch_failed: ${message}; nothing was stored`)

/** What a script returned, as movements. One unreadable transaction fails them all: a partial day looks complete. */
export function readTransactions(value: unknown): IncomingMovement[] {
  if (!Array.isArray(value)) throw nonsense(`the script returned no list of transactions but ${kindOf(value)}`)
  if (value.length > mostRows) throw nonsense(`the script returned ${value.length} transactions, more than ${mostRows}`)
  const seen = new Map<string, IncomingMovement>()
  return value.map((given: unknown, index) => {
    const read = transaction.safeParse(given)
    if (!read.success) throw nonsense(`transaction ${index + 1}: ${problemOf(read.error, given)}`)
    const { externalId, amount, currency, senderName, receivedAt, raw } = read.data
    const row = { externalId, amountMinor: amount, currency, senderName, receivedAt, raw }
    const twin = seen.get(externalId)
    if (twin && (twin.amountMinor !== amount || twin.currency !== currency))
      throw nonsense(`externalId "${externalId}" stands for two different transactions`)
    seen.set(externalId, row)
    return row
  })
}

const kindOf = (value: unknown) => (value === null ? 'null' : typeof value)

function problemOf(error: z.ZodError, given: unknown): string {
  const issue = error.issues[0]
  const name = issue?.path.join('.') ?? ''
  if (name === '') return `is ${kindOf(given)} instead of an object`
  return `${name} ${issue?.code === 'invalid_type' ? `is missing or of the wrong type` : issue?.message}`
}
