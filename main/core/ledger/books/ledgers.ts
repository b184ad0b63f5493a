import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { invalidRequest, notFound, refused } from '../errors.ts'
import { precisionOf } from '../money.ts'
import { ledgerQueries } from './ledger-queries.ts'
import { checkSettings } from './profile-schema.ts'
import type { AccountIdentifier, Ledger, LedgerType } from './types.ts'

/** What a caller may say of a ledger; absent fields keep their value, or get their default when it is new. */
export interface LedgerInput {
  readonly code?: string | undefined
  readonly numId?: number | undefined
  readonly description?: string | undefined
  readonly type?: LedgerType | undefined
  readonly currency?: string | undefined
  /** Id, code or number. */
  readonly parent?: string | null | undefined
  readonly directBooking?: boolean | undefined
  readonly isReconcilable?: boolean | undefined
  readonly identifiers?: readonly AccountIdentifier[] | undefined
  readonly statementRequired?: boolean | undefined
  readonly precisionOverride?: number | null | undefined
  readonly profile?: Readonly<Record<string, unknown>> | undefined
  readonly unattended?: boolean | undefined
  readonly openingDate?: string | null | undefined
  readonly closingDate?: string | null | undefined
  readonly lockedUntil?: string | null | undefined
  readonly active?: boolean | undefined
}

export interface Ledgers {
  all(userId: string): Ledger[]
  /** By id, code or number, in this order. Throws 404. */
  find(userId: string, reference: string): Ledger
  create(actor: Actor, input: LedgerInput & { code: string; type: LedgerType; currency: string }): Ledger
  change(actor: Actor, reference: string, input: LedgerInput, reason?: string): Ledger
  /** Only while nothing refers to it, else 409 `ledger_in_use`. */
  remove(actor: Actor, reference: string): void
  /** Ids of a ledger and of everything below it. */
  family(userId: string, id: string): string[]
  balance(id: string, until?: string): { posted: number; lcy: number; last: string | null }
}

const normalIdentifier = (identifier: AccountIdentifier): AccountIdentifier => ({
  ...identifier,
  value: identifier.value.replace(/\s/gu, '').toUpperCase(),
})

const given = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>

/** The chart of accounts of a user (3.1). */
export function createLedgers(deps: {
  store: Store
  audit: Audit
  now: Clock
  /** Called inside the transaction of a change. */
  onChanged: (before: Ledger, after: Ledger) => void
}): Ledgers {
  const { store, audit, now, onChanged } = deps
  const queries = ledgerQueries(store)

  const look = (userId: string, reference: string) =>
    queries.byId(userId, reference) ??
    queries.byCode(userId, reference) ??
    (/^\d{1,9}$/.test(reference) ? queries.byNumber(userId, Number(reference)) : null)
  const find = (userId: string, reference: string): Ledger => {
    const found = look(userId, reference)
    if (!found) throw notFound(`Ledger ${reference}`)
    return found
  }

  function parentOf(userId: string, input: LedgerInput, id: string): string | null | undefined {
    if (input.parent === undefined || input.parent === null) return input.parent
    const parent = look(userId, input.parent)
    const reason = 'must be another ledger that is not one of its own children'
    for (let at = parent; at; at = at.parentId === null ? null : queries.byId(userId, at.parentId))
      if (at.id === id) throw invalidRequest(`parent_ledger_id ${reason}`, { parent_ledger_id: reason })
    if (!parent) throw invalidRequest(`parent_ledger_id ${reason}`, { parent_ledger_id: reason })
    return parent.id
  }

  function checkFree(userId: string, id: string, input: LedgerInput): void {
    const holds = (found: Ledger | null) => found !== null && found.id !== id
    if (input.code !== undefined && holds(queries.byCode(userId, input.code)))
      throw refused('code_taken', `The code ${input.code} belongs to another ledger. Choose another code.`)
    if (input.numId !== undefined && holds(queries.byNumber(userId, input.numId)))
      throw refused('code_taken', `The number ${input.numId} belongs to another ledger. Choose another number.`)
  }

  function checkChange(before: Ledger, after: Ledger, input: LedgerInput): void {
    const isRescaled =
      precisionOf(before.currency, before.precisionOverride) !== precisionOf(after.currency, after.precisionOverride)
    if (isRescaled && queries.hasAmounts(before.id))
      throw refused(
        'ledger_in_use',
        'The decimals of a ledger with entries or statement lines cannot be changed: their amounts would mean others.',
      )
    // What was kept before these limits is nobody's mistake now.
    if (input.profile !== undefined || isRescaled || before.currency !== after.currency) checkSettings(after)
  }

  function applied(
    ledger: Ledger,
    { parent: _, identifiers, ...input }: LedgerInput,
    parentId?: string | null,
  ): Ledger {
    return {
      ...ledger,
      ...given(input),
      ...(identifiers === undefined ? {} : { identifiers: identifiers.map(normalIdentifier) }),
      ...(parentId === undefined ? {} : { parentId }),
    } as Ledger
  }

  return {
    all: queries.all,
    find,
    balance: queries.balance,
    family(userId, id) {
      const chart = queries.all(userId)
      const members = [id]
      for (const member of members)
        members.push(...chart.filter(({ parentId }) => parentId === member).map((child) => child.id))
      return members
    },
    create: (actor, input) =>
      store.write(() => {
        const id = randomUUID()
        checkFree(actor.userId, id, input)
        const at = now()
        const fresh: Ledger = {
          id,
          userId: actor.userId,
          numId: queries.nextNumber(actor.userId),
          code: input.code,
          description: '',
          type: input.type,
          currency: input.currency,
          parentId: null,
          directBooking: true,
          isReconcilable: false,
          identifiers: [],
          statementRequired: false,
          precisionOverride: null,
          profile: {},
          unattended: false,
          openingDate: null,
          closingDate: null,
          lockedUntil: null,
          active: true,
          version: 1,
          createdAt: at,
          modifiedAt: at,
          createdBy: actor.name,
          modifiedBy: actor.name,
        }
        const ledger = applied(fresh, input, parentOf(actor.userId, input, id))
        checkSettings(ledger)
        queries.insert(ledger)
        audit.record({ actor, entity: 'ledger', entityId: id, action: 'create', after: ledger })
        return ledger
      }),
    change: (actor, reference, input, reason) =>
      store.write(() => {
        const before = find(actor.userId, reference)
        checkFree(actor.userId, before.id, input)
        if (input.currency !== undefined && input.currency !== before.currency && queries.isUsed(before.id))
          throw refused('ledger_in_use', 'The currency of a ledger with entries or runs cannot be changed.')
        const changed = applied(before, input, parentOf(actor.userId, input, before.id))
        if (JSON.stringify(changed) === JSON.stringify(before)) return before
        checkChange(before, changed, input)
        const after = { ...changed, version: before.version + 1, modifiedAt: now(), modifiedBy: actor.name }
        queries.update(after)
        audit.record({
          actor,
          entity: 'ledger',
          entityId: before.id,
          action: 'change',
          before,
          after,
          reason: reason ?? null,
        })
        onChanged(before, after)
        return after
      }),
    remove: (actor, reference) =>
      store.write(() => {
        const ledger = find(actor.userId, reference)
        if (queries.isUsed(ledger.id))
          throw refused(
            'ledger_in_use',
            `Ledger ${ledger.code} has entries, runs or children. Switch it off instead (active: false).`,
          )
        queries.remove(ledger.id)
        audit.record({ actor, entity: 'ledger', entityId: ledger.id, action: 'delete', before: ledger })
      }),
  }
}
