import { z } from '@hono/zod-openapi'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import { type InboxItem, inboxKinds } from './types.ts'

const instant = z.string().openapi({ format: 'date-time' })

export const inboxItemSchema = z
  .object({
    id: z.string().openapi({ description: 'Kind and id of the subject, e.g. `ambiguous-<request id>`' }),
    kind: z.enum(inboxKinds),
    account_id: z.string(),
    account_name: z.string(),
    subject_id: z
      .string()
      .openapi({ description: 'The request, suggestion, delivery, import, assistance request or account' }),
    since: instant,
    until: instant.nullable().openapi({ description: 'When a waiting login ends' }),
    amount: z.string().nullable(),
    currency: z.string().nullable(),
    reference: z.string().nullable(),
    name: z.string().nullable(),
    about: z
      .string()
      .nullable()
      .openapi({ description: 'The technical cause, what the bank asks, or the code of what is wrong with a file' }),
  })
  .openapi('InboxItem')

const count = z.number().int()
export const inboxPageSchema = z
  .object({
    total: count,
    counts: z.object({
      code: count,
      step: count,
      blocked: count,
      session: count,
      ambiguous: count,
      suggestion: count,
      delivery: count,
      question: count,
    }),
    items: z.array(inboxItemSchema),
  })
  .openapi('Inbox')

export const presentItem = (item: InboxItem): z.infer<typeof inboxItemSchema> => ({
  id: item.id,
  kind: item.kind,
  account_id: item.accountId,
  account_name: item.accountName,
  subject_id: item.subjectId,
  since: iso(item.since),
  until: isoOrNull(item.until),
  amount: item.amountMinor === null ? null : minorToText(item.amountMinor),
  currency: item.currency,
  reference: item.reference,
  name: item.name,
  about: item.about,
})
