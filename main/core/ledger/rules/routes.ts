import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import { repeated } from '../../http/exact.ts'
import { iso, isoOrNull } from '../../time.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { RuleConditions } from '../engine/types.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, versioned, versionOf } from '../http.ts'
import { closingReasons } from '../items/service.ts'
import { columnKeys, listAnswerSchema, listQuerySchema } from '../list-query.ts'
import { createTableList } from '../table-list.ts'
import { type RuleRow, toRule } from './rule-queries.ts'
import type { RuleInput, Rules } from './service.ts'
import type { Rule } from './types.ts'

const tags = ['Closing rules']
const base = '/v1/ledgers/rules'
const { 400: bad, 404: gone, 409: clash } = ledgerFailures
const one = { params: z.object({ ruleID: z.string() }) }
const instant = z.string().openapi({ format: 'date-time' })
const minor = z
  .union([z.number().int().min(0), z.string().regex(/^\d{1,15}$/, 'must be minor units')])
  .transform(Number)
  .openapi({ type: 'integer', description: 'Minor units, without sign' })
const reference = z.union([z.string(), z.number()]).transform(String)
const words = z.array(z.string().trim().min(1).max(200)).min(1).max(20)

export const conditionsBody = z.strictObject({
  direction: z.enum(['credit', 'debit']).optional(),
  amount_from: minor.optional(),
  amount_to: minor.optional(),
  contains: words.optional(),
  not_contains: words.optional(),
  pattern: z.string().min(1).max(120).optional(),
  counterparty_account: z.string().trim().min(1).max(50).optional(),
  counterparty_id: z.string().min(1).optional(),
  bank_code: z.string().trim().min(1).max(100).optional(),
})
const actionBody = z.object({
  kind: z.literal('close').default('close'),
  ledger_id: reference,
  reason: z.enum(closingReasons, { error: `must be one of ${closingReasons.join(', ')}` }),
  unattended_below: minor.nullable().optional(),
})
const states = z.enum(['proposed', 'active', 'disabled'])
export const ruleSchema = z
  .object({
    id: z.string(),
    ledger_id: z.string().nullable(),
    position: z.number().int(),
    origin: z.enum(['learned', 'user']),
    state: states,
    conditions: z.record(z.string(), z.unknown()),
    action: z.object({
      kind: z.literal('close'),
      ledger_id: z.string(),
      reason: z.string(),
      unattended_below: z.number().int().nullable(),
    }),
    examples: z.array(z.object({ item_id: z.string(), date: z.string(), amount: z.number().int(), text: z.string() })),
    hits: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    recent: z.string().openapi({ description: 'Outcomes of the last ten uses, newest last: a accepted, r rejected' }),
    last_used_at: instant.nullable(),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
  })
  .openapi('ClosingRule')

const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Rules in the order in which they are tried',
  request: { query: listQuerySchema.extend({ ledger_id: z.string().optional(), state: z.string().optional() }) },
  responses: { 200: json('Rules', listAnswerSchema(ruleSchema)), 400: bad, 404: gone },
})
const create = createRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Write a rule',
  request: {
    body: body(
      z.object({
        ledger_id: reference.nullable().optional(),
        conditions: conditionsBody,
        action: actionBody,
        state: states.default('active'),
      }),
    ),
  },
  responses: { 201: json('The rule', ruleSchema), 400: bad, 404: gone },
})
const order = createRoute({
  method: 'post',
  path: `${base}/order`,
  tags,
  summary: 'Put rules first, in this order; the first that holds wins',
  request: { body: body(z.object({ ids: z.array(z.string()).min(1).max(1000) })) },
  responses: { 200: json('All rules', z.object({ data: z.array(ruleSchema) })), 400: bad, 404: gone },
})
const read = createRoute({
  method: 'get',
  path: `${base}/{ruleID}`,
  tags,
  summary: 'One rule',
  request: one,
  responses: { 200: json('The rule', ruleSchema), 404: gone },
})
const change = createRoute({
  method: 'patch',
  path: `${base}/{ruleID}`,
  tags,
  summary: 'Change a rule, switch it on or off',
  request: {
    ...one,
    body: body(
      z.object({
        ...repeated(ruleSchema),
        ledger_id: reference.nullable().optional(),
        conditions: conditionsBody.optional(),
        action: actionBody.optional(),
        state: states.optional(),
        version: z.number().int().optional(),
      }),
    ),
  },
  responses: { 200: json('The rule', ruleSchema), 400: bad, 404: gone, 409: clash },
})
const remove = createRoute({
  method: 'delete',
  path: `${base}/{ruleID}`,
  tags,
  summary: 'Delete a rule',
  request: one,
  responses: { 204: { description: 'Deleted' }, 400: bad, 404: gone, 409: clash },
})

const keys = columnKeys('r', {
  id: 'text',
  ledger_id: 'text',
  position: 'number',
  origin: 'text',
  state: 'text',
  hits: 'number',
  last_used_at: 'instant',
})

const names: Readonly<Record<string, keyof RuleConditions>> = {
  direction: 'direction',
  amount_from: 'amountFrom',
  amount_to: 'amountTo',
  contains: 'contains',
  not_contains: 'notContains',
  pattern: 'pattern',
  counterparty_account: 'counterpartyAccount',
  counterparty_id: 'counterpartyId',
  bank_code: 'bankCode',
}
export const conditionsOf = (input: z.infer<typeof conditionsBody>): RuleConditions =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[names[name] ?? name, value]])),
  )
const actionOf = (input: z.infer<typeof actionBody>): Rule['action'] => ({
  kind: 'close',
  ledgerId: input.ledger_id,
  reason: input.reason,
  ...(input.unattended_below == null ? {} : { unattendedBelow: input.unattended_below }),
})

function shown(rule: Rule): z.infer<typeof ruleSchema> {
  const conditions = Object.entries(names).flatMap(([name, inner]) =>
    rule.conditions[inner] === undefined ? [] : [[name, rule.conditions[inner]] as const],
  )
  return {
    id: rule.id,
    ledger_id: rule.ledgerId,
    position: rule.position,
    origin: rule.origin,
    state: rule.state,
    conditions: Object.fromEntries(conditions),
    action: {
      kind: 'close',
      ledger_id: rule.action.ledgerId,
      reason: rule.action.reason,
      unattended_below: rule.action.unattendedBelow ?? null,
    },
    examples: rule.examples.map(({ itemId, date, amount, text }) => ({ item_id: itemId, date, amount, text })),
    hits: rule.hits,
    accepted: rule.accepted,
    rejected: rule.rejected,
    recent: rule.recent,
    last_used_at: isoOrNull(rule.lastUsedAt),
    version: rule.version,
    created_at: iso(rule.createdAt),
    modified_at: iso(rule.modifiedAt),
  }
}

/** `/v1/ledgers/rules` (6.8, 10.2). */
export function ruleRoutes({ store, ledgers, rules }: { store: Store; ledgers: Ledgers; rules: Rules }) {
  const listRules = createTableList<RuleRow, z.infer<typeof ruleSchema>>(store.db, {
    select: 'select r.* from reconciliation_rules r',
    from: 'from reconciliation_rules r',
    keys,
    usual: { sort: 'position', order: 'asc', tieBreak: 'r.id' },
    toBody: (row) => shown(toRule(row)),
  })
  return ledgerApi()
    .openapi(list, (c) => {
      const { ledger_id: ledger, state, ...query } = c.req.valid('query')
      const conditions: [string, string][] = [['r.user_id = ?', c.var.user.id]]
      if (ledger !== undefined)
        conditions.push(['(r.ledger_id is null or r.ledger_id = ?)', ledgers.find(c.var.user.id, ledger).id])
      if (state !== undefined) conditions.push(['r.state = ?', state])
      const scope = { sql: conditions.map(([sql]) => sql).join(' and '), params: conditions.map(([, value]) => value) }
      return c.json(listRules(scope, query), 200)
    })
    .openapi(create, (c) => {
      const input = c.req.valid('json')
      const rule: RuleInput = {
        ledgerId: input.ledger_id ?? null,
        conditions: conditionsOf(input.conditions),
        action: actionOf(input.action),
        state: input.state,
      }
      return c.json(versioned(c, shown(rules.create(actorOf(c), rule))), 201)
    })
    .openapi(order, (c) => c.json({ data: rules.order(actorOf(c), c.req.valid('json').ids).map(shown) }, 200))
    .openapi(read, (c) => c.json(versioned(c, shown(rules.get(c.var.user.id, c.req.valid('param').ruleID))), 200))
    .openapi(change, (c) => {
      const { ruleID } = c.req.valid('param')
      const input = c.req.valid('json')
      const before = rules.get(c.var.user.id, ruleID)
      checkVersion(versionOf(c, input.version), before.version, () => shown(before))
      const changes: Partial<RuleInput> = {
        ...(input.ledger_id === undefined ? {} : { ledgerId: input.ledger_id }),
        ...(input.conditions === undefined ? {} : { conditions: conditionsOf(input.conditions) }),
        ...(input.action === undefined ? {} : { action: actionOf(input.action) }),
        ...(input.state === undefined ? {} : { state: input.state }),
      }
      return c.json(versioned(c, shown(rules.change(actorOf(c), ruleID, changes))), 200)
    })
    .openapi(remove, (c) => {
      const before = rules.get(c.var.user.id, c.req.valid('param').ruleID)
      checkVersion(versionOf(c, undefined), before.version, () => shown(before))
      rules.remove(actorOf(c), before.id)
      return c.body(null, 204)
    })
}
