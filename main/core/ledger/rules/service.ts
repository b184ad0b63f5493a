import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { isSafePattern } from '../engine/rules.ts'
import type { RuleConditions } from '../engine/types.ts'
import { invalidRequest, notFound } from '../errors.ts'
import { ruleQueries } from './rule-queries.ts'
import type { Rule } from './types.ts'

export type RuleInput = Pick<Rule, 'ledgerId' | 'conditions' | 'action' | 'state'>

export interface Rules {
  /** Throws 404. */
  get(userId: string, id: string): Rule
  /** In the order in which they are tried. */
  ofUser(userId: string): Rule[]
  /** 400 for a rule without conditions, an unsafe pattern, or an unknown ledger. */
  create(actor: Actor, input: RuleInput): Rule
  /** A rule learned from closings; it waits for the user. Null when an equal one is known, in any state. */
  propose(actor: Actor, rule: Pick<Rule, 'ledgerId' | 'conditions' | 'action' | 'examples'>): Rule | null
  change(actor: Actor, id: string, change: Partial<RuleInput>): Rule
  /** Puts these rules first, in this order. */
  order(actor: Actor, ids: readonly string[]): Rule[]
  remove(actor: Actor, id: string): void
  /** A pass proposed closings by these rules: how often each. */
  used(hits: ReadonlyMap<string, number>): void
  /** What became of a proposal; two rejections in the last ten uses switch the rule off (6.8). */
  judged(actor: Actor, id: string, outcome: 'a' | 'r'): void
}

/** Uses that are looked at, and rejections among them that switch a rule off. */
const recentUses = 10
const mostRejections = 2

/** 400 for a rule without conditions, with an unsafe pattern, or with amounts the wrong way round. */
export function checkConditions(conditions: RuleConditions): void {
  if (Object.keys(conditions).length === 0)
    throw invalidRequest('A rule needs a condition', { conditions: 'must name at least one' })
  if (conditions.pattern !== undefined && !isSafePattern(conditions.pattern))
    throw invalidRequest('The pattern is too long, or could take too long to search', {
      'conditions.pattern': 'must be a regular expression without nested repetition, of at most 120 characters',
    })
  if ((conditions.amountFrom ?? 0) > (conditions.amountTo ?? Number.MAX_SAFE_INTEGER))
    throw invalidRequest('The amounts are the wrong way round', {
      'conditions.amount_to': 'must not be below amount_from',
    })
}

/** Rules for closing what nothing matched: written by people, or learned and switched on by them. */
export function createRules(deps: { store: Store; audit: Audit; ledgers: Ledgers; now: Clock }): Rules {
  const { store, audit, ledgers, now } = deps
  const queries = ruleQueries(store.db)

  function get(userId: string, id: string): Rule {
    const rule = queries.byId(userId, id)
    if (!rule) throw notFound(`Rule ${id}`)
    return rule
  }

  /** The input with ledgers by their ids. */
  function checked(userId: string, { ledgerId, conditions, action, state }: RuleInput): RuleInput {
    checkConditions(conditions)
    const target = ledgers.find(userId, action.ledgerId).id
    const own = ledgerId === null ? null : ledgers.find(userId, ledgerId).id
    if (own === target)
      throw invalidRequest('A rule closes to another ledger than its own', {
        'action.ledger_id': 'must be another ledger',
      })
    return { ledgerId: own, conditions, action: { ...action, ledgerId: target }, state }
  }

  function write(actor: Actor, after: Rule, before: Rule | null, action: string): Rule {
    queries.put(after)
    audit.record({ actor, entity: 'rule', entityId: after.id, action, before, after })
    return after
  }
  function add(actor: Actor, input: RuleInput, origin: Rule['origin'], examples: Rule['examples']): Rule {
    const last = queries.ofUser(actor.userId).at(-1)
    const rule: Rule = {
      ...checked(actor.userId, input),
      id: randomUUID(),
      userId: actor.userId,
      position: (last?.position ?? 0) + 1,
      origin,
      examples,
      hits: 0,
      accepted: 0,
      rejected: 0,
      recent: '',
      lastUsedAt: null,
      version: 1,
      createdAt: now(),
      modifiedAt: now(),
    }
    return write(actor, rule, null, origin === 'learned' ? 'propose' : 'create')
  }
  const next = (rule: Rule, change: Partial<Rule>): Rule => ({
    ...rule,
    ...change,
    version: rule.version + 1,
    modifiedAt: now(),
  })

  return {
    get,
    ofUser: queries.ofUser,
    create: (actor, input) => store.write(() => add(actor, input, 'user', [])),
    propose: (actor, { ledgerId, conditions, action, examples }) =>
      store.write(() => {
        const same = JSON.stringify([ledgerId, conditions])
        const isKnown = queries
          .ofUser(actor.userId)
          .some(
            (rule) =>
              JSON.stringify([rule.ledgerId, rule.conditions]) === same && rule.action.ledgerId === action.ledgerId,
          )
        return isKnown ? null : add(actor, { ledgerId, conditions, action, state: 'proposed' }, 'learned', examples)
      }),
    change: (actor, id, change) =>
      store.write(() => {
        const before = get(actor.userId, id)
        const input = checked(actor.userId, { ...before, ...change })
        // Switched on again, it is judged anew.
        const recent = change.state === 'active' && before.state !== 'active' ? '' : before.recent
        return write(actor, next(before, { ...input, recent }), before, 'change')
      }),
    order: (actor, ids) =>
      store.write(() => {
        const first = [...new Set(ids)].map((id) => get(actor.userId, id).id)
        const rest = queries.ofUser(actor.userId).flatMap(({ id }) => (first.includes(id) ? [] : [id]))
        const all = [...first, ...rest]
        all.forEach((id, at) => {
          queries.place(id, at + 1)
        })
        audit.record({ actor, entity: 'rule', entityId: 'order', action: 'order', after: all })
        return queries.ofUser(actor.userId)
      }),
    remove: (actor, id) =>
      store.write(() => {
        const before = get(actor.userId, id)
        queries.remove(id)
        audit.record({ actor, entity: 'rule', entityId: id, action: 'delete', before })
      }),
    used: (hits) =>
      store.write(() => {
        for (const [id, times] of hits) queries.hit(id, times, now())
      }),
    judged: (actor, id, outcome) =>
      store.write(() => {
        const rule = queries.byId(actor.userId, id)
        if (!rule) return
        const recent = `${rule.recent}${outcome}`.slice(-recentUses)
        const isOff = rule.state === 'active' && [...recent].filter((one) => one === 'r').length >= mostRejections
        const after = next(rule, {
          recent,
          accepted: rule.accepted + (outcome === 'a' ? 1 : 0),
          rejected: rule.rejected + (outcome === 'r' ? 1 : 0),
          lastUsedAt: now(),
          ...(isOff ? { state: 'disabled' as const } : {}),
        })
        if (isOff) write({ ...actor, name: 'engine' }, after, rule, 'disable')
        else queries.put(after)
      }),
  }
}
