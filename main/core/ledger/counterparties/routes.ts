import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import { repeated } from '../../http/exact.ts'
import { iso } from '../../time.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, versioned, versionOf } from '../http.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { createTableList } from '../table-list.ts'
import { type Counterparties, type CounterpartyInput, type CounterpartyRow, toCounterparty } from './service.ts'
import { type Counterparty, plainAccount } from './types.ts'

const tags = ['Counterparties']
const base = '/v1/ledgers/counterparties'
const { 400: bad, 404: gone, 409: clash } = ledgerFailures
const one = { params: z.object({ counterpartyID: z.string() }) }
const reference = z.union([z.string(), z.number()]).transform(String)
const instant = z.string().openapi({ format: 'date-time' })
const day = z.string().nullable()

const deductionSchema = z.object({
  per_mille: z.number().min(0).max(1000).optional(),
  fixed: z.number().int().min(0).optional().openapi({ description: 'Minor units' }),
  ledger_id: z.string().optional(),
})
const aliasSchema = z.object({
  text: z.string(),
  origin: z.enum(['learned', 'user']),
  uses: z.number().int(),
  active: z.boolean().openapi({ description: 'A learned name counts from its second acceptance on' }),
})
const accountSchema = z.object({
  identifier: z.string(),
  origin: z.enum(['learned', 'user']),
  first_seen: day,
  last_seen: day,
  uses: z.number().int(),
  active: z.boolean().openapi({ description: 'False where several counterparties pay from it' }),
})
export const counterpartySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(aliasSchema),
    accounts: z.array(accountSchema),
    usual_ledger_id: z.string().nullable(),
    usual_lag_days: z.number().int().nullable(),
    usual_deduction: deductionSchema.nullable(),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
  })
  .openapi('Counterparty')

const name = z.string().trim().min(1, 'is required').max(200)
const inputs = {
  aliases: z.array(z.object({ ...repeated(aliasSchema), text: name, active: z.boolean().default(true) })).max(200),
  accounts: z
    .array(
      z.object({
        ...repeated(accountSchema),
        identifier: z.string().trim().min(1).max(50),
        active: z.boolean().default(true),
      }),
    )
    .max(200),
  usual_ledger_id: reference.nullable(),
  usual_lag_days: z.number().int().min(-365).max(365).nullable(),
  usual_deduction: deductionSchema.nullable(),
}
const changeBody = z
  .object({ ...repeated(counterpartySchema), name, ...inputs })
  .partial()
  .extend({ version: z.number().int().optional() })

const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Counterparties by name',
  request: { query: listQuerySchema },
  responses: { 200: json('Counterparties', listAnswerSchema(counterpartySchema)), 400: bad },
})
const create = createRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Add a counterparty',
  request: { body: body(z.object({ name }).extend(z.object(inputs).partial().shape)) },
  responses: { 201: json('The counterparty', counterpartySchema), 400: bad, 404: gone, 409: clash },
})
const read = createRoute({
  method: 'get',
  path: `${base}/{counterpartyID}`,
  tags,
  summary: 'One counterparty',
  request: one,
  responses: { 200: json('The counterparty', counterpartySchema), 404: gone },
})
const change = createRoute({
  method: 'patch',
  path: `${base}/{counterpartyID}`,
  tags,
  summary: 'Change a counterparty; lists replace those that are there',
  request: { ...one, body: body(changeBody) },
  responses: { 200: json('The counterparty', counterpartySchema), 400: bad, 404: gone, 409: clash },
})
const remove = createRoute({
  method: 'delete',
  path: `${base}/{counterpartyID}`,
  tags,
  summary: 'Delete a counterparty',
  request: one,
  responses: { 204: { description: 'Deleted' }, 400: bad, 404: gone, 409: clash },
})

const keys = columnKeys('c', {
  id: 'text',
  name: 'text',
  usual_lag_days: 'number',
  created_at: 'instant',
  modified_at: 'instant',
})

function shown(party: Counterparty): z.infer<typeof counterpartySchema> {
  const deduction = party.usualDeduction
  return {
    id: party.id,
    name: party.name,
    aliases: party.aliases.map(({ text, origin, uses, active }) => ({ text, origin, uses, active })),
    accounts: party.accounts.map(({ identifier, origin, firstSeen, lastSeen, uses, active }) => ({
      identifier,
      origin,
      first_seen: firstSeen,
      last_seen: lastSeen,
      uses,
      active,
    })),
    usual_ledger_id: party.usualLedgerId,
    usual_lag_days: party.usualLagDays,
    usual_deduction: deduction && {
      ...(deduction.perMille === undefined ? {} : { per_mille: deduction.perMille }),
      ...(deduction.fixed === undefined ? {} : { fixed: deduction.fixed }),
      ...(deduction.ledgerId === undefined ? {} : { ledger_id: deduction.ledgerId }),
    },
    version: party.version,
    created_at: iso(party.createdAt),
    modified_at: iso(party.modifiedAt),
  }
}

/** What a person sends, over what is known: what was counted of names and accounts that stay is kept. */
function merged(
  userId: string,
  ledgers: Ledgers,
  input: z.infer<typeof changeBody>,
  before: Counterparty | null,
): Partial<CounterpartyInput> {
  const aliases = input.aliases?.map(({ text, active }) => {
    const known = before?.aliases.find((alias) => alias.text === text)
    return {
      text,
      origin: known?.origin ?? ('user' as const),
      uses: known?.uses ?? 0,
      active,
      ...(active ? {} : { isOff: true }),
    }
  })
  const accounts = input.accounts?.map(({ identifier: given, active }) => {
    const identifier = plainAccount(given)
    const known = before?.accounts.find((account) => account.identifier === identifier)
    return known
      ? { ...known, active }
      : { identifier, origin: 'user' as const, firstSeen: null, lastSeen: null, uses: 0, active }
  })
  const ledger = input.usual_ledger_id
  const deduction = input.usual_deduction
  return {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(aliases ? { aliases } : {}),
    ...(accounts ? { accounts } : {}),
    ...(ledger === undefined ? {} : { usualLedgerId: ledger === null ? null : ledgers.find(userId, ledger).id }),
    ...(input.usual_lag_days === undefined ? {} : { usualLagDays: input.usual_lag_days }),
    ...(deduction === undefined
      ? {}
      : {
          usualDeduction: deduction && {
            ...(deduction.per_mille === undefined ? {} : { perMille: deduction.per_mille }),
            ...(deduction.fixed === undefined ? {} : { fixed: deduction.fixed }),
            ...(deduction.ledger_id === undefined ? {} : { ledgerId: ledgers.find(userId, deduction.ledger_id).id }),
          },
        }),
  }
}

/** `/v1/ledgers/counterparties` (3.9, 10.2). */
export function counterpartyRoutes(deps: { store: Store; ledgers: Ledgers; counterparties: Counterparties }) {
  const { store, ledgers, counterparties } = deps
  const listAll = createTableList<CounterpartyRow, z.infer<typeof counterpartySchema>>(store.db, {
    select: 'select c.* from counterparties c',
    from: 'from counterparties c',
    keys,
    usual: { sort: 'name', order: 'asc', tieBreak: 'c.id' },
    toBody: (row) => shown(toCounterparty(row)),
  })
  return ledgerApi()
    .openapi(list, (c) => c.json(listAll({ sql: 'c.user_id = ?', params: [c.var.user.id] }, c.req.valid('query')), 200))
    .openapi(create, (c) => {
      const input = c.req.valid('json')
      const empty = { aliases: [], accounts: [], usualLedgerId: null, usualLagDays: null, usualDeduction: null }
      const made = { name: input.name, ...empty, ...merged(c.var.user.id, ledgers, input, null) }
      return c.json(versioned(c, shown(counterparties.create(actorOf(c), made))), 201)
    })
    .openapi(read, (c) =>
      c.json(versioned(c, shown(counterparties.get(c.var.user.id, c.req.valid('param').counterpartyID))), 200),
    )
    .openapi(change, (c) => {
      const { counterpartyID } = c.req.valid('param')
      const input = c.req.valid('json')
      const before = counterparties.get(c.var.user.id, counterpartyID)
      checkVersion(versionOf(c, input.version), before.version, () => shown(before))
      const changes = merged(c.var.user.id, ledgers, input, before)
      return c.json(versioned(c, shown(counterparties.change(actorOf(c), counterpartyID, changes))), 200)
    })
    .openapi(remove, (c) => {
      const before = counterparties.get(c.var.user.id, c.req.valid('param').counterpartyID)
      checkVersion(versionOf(c, undefined), before.version, () => shown(before))
      counterparties.remove(actorOf(c), before.id)
      return c.body(null, 204)
    })
}
