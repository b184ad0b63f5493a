import { z } from '@hono/zod-openapi'
import { parseDayOrInstant } from '../http/list-query.ts'
import { parseMinor } from '../money.ts'
import type { IncomingMovement } from './types.ts'

const mostRows = 10_000
const rowCount = `movements must be a list of 1 to ${mostRows} items`
const amountRule = 'amount must be a positive number or text with at most two decimals'
const currencyRule = 'currency must be a code of at least 3 letters'
const timeRule = 'received_at must be an instant with time zone, or a day (YYYY-MM-DD)'

const blankIsNull = (text: string | null | undefined): string | null => text?.trim() || null

const rowSchema = z
  .object({
    external_id: z
      .string({ error: 'external_id must be text' })
      .max(300, 'external_id must be at most 300 characters')
      .nullish()
      .transform(blankIsNull),
    amount: z
      .union([z.number(), z.string()], { error: amountRule })
      .transform((value, context) => {
        const minor = parseMinor(value)
        if (minor !== null && minor > 0) return minor
        context.addIssue({ code: 'custom', message: amountRule })
        return z.NEVER
      })
      .openapi({ example: '1500.00' }),
    currency: z
      .string({ error: currencyRule })
      .trim()
      .regex(/^[A-Za-z]{3,10}$/, currencyRule)
      .toUpperCase(),
    sender_name: z
      .string({ error: 'sender_name must be text or null' })
      .max(500, 'sender_name must be at most 500 characters')
      .nullish()
      .transform(blankIsNull),
    reference: z
      .string({ error: 'reference must be text or null' })
      .max(1000, 'reference must be at most 1000 characters')
      .nullish()
      .transform(blankIsNull)
      .openapi({ description: 'Reference or concept; a number of an order in it is evidence' }),
    received_at: z
      .string({ error: timeRule })
      .transform((text, context) => {
        const found = parseDayOrInstant(text.trim())
        if (found) return found.at
        context.addIssue({ code: 'custom', message: timeRule })
        return z.NEVER
      })
      .openapi({ type: 'string', example: '2026-05-12T10:00:00Z' }),
  })
  .transform(
    (row): IncomingMovement => ({
      externalId: row.external_id,
      amountMinor: row.amount,
      currency: row.currency,
      senderName: row.sender_name,
      receivedAt: row.received_at,
      text: row.reference,
    }),
  )

/** Rows from a person or another feed (issue 2, additions to the API). One bad row refuses the whole call. */
export const movementsInput = z
  .object({ movements: z.array(rowSchema, { error: rowCount }).min(1, rowCount).max(mostRows, rowCount) })
  .openapi('NewMovements')
