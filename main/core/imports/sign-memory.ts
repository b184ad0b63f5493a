import { randomUUID } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { missing } from '../errors.ts'
import type { Clock } from '../ports.ts'
import type { KnownSigns, RememberedSigns, StatementFormat } from '../statements/types.ts'
import { isSameAccount } from './account-filter.ts'
import { isSameBank } from './same-bank.ts'
import type { LearntSigns } from './types.ts'

/** Whose files told it: those of an account of the first half, or of a ledger. */
export type SignOwner =
  | { readonly userId: string; readonly accountId: string; readonly ledgerId: null }
  | { readonly userId: string; readonly accountId: null; readonly ledgerId: string }

/** How a bank signs the lines of its files of one format (ledger specification 4.3.4). */
export interface SignReadingRow extends KnownSigns {
  readonly id: string
  readonly accountId: string | null
  readonly ledgerId: string | null
  readonly format: StatementFormat
  /** ms UTC. */
  readonly learntAt: number
}

export interface SignChange {
  readonly before: SignReadingRow | null
  readonly after: SignReadingRow | null
}

/** What earlier files told of a bank's signs, for later ones that cannot tell by themselves. */
export interface SignMemory {
  /** What applies to files of an account or a ledger: its own, else that of the same account number, else of its bank. */
  list(owner: SignOwner): SignReadingRow[]
  /** The same, for reading. */
  of(owner: SignOwner): RememberedSigns
  /** Keeps what a file told; answers what changed. Joins the open transaction. */
  learn(owner: SignOwner, learnt: readonly LearntSigns[], fileName: string): SignChange[]
  /** Forgets what applies to an account or a ledger, whoever of the two told it. 404 when there is none of this id. */
  forget(owner: SignOwner, id: string): SignChange
}

type StoredRow = SignReadingRow & { readonly numbers: string }

export function createSignMemory({ store, now }: { readonly store: Store; readonly now: Clock }): SignMemory {
  const { db } = store
  const ofUser = db.prepare<[string], StoredRow>(`
    select s.id, s.account_id as accountId, s.ledger_id as ledgerId, s.format, s.reading, s.learnt_by as learntBy,
           s.file_name as fileName, s.learnt_at as learntAt,
           case when s.ledger_id is null
             then (select json_group_array(value) from account_identifiers where account_id = s.account_id)
             else (select json_group_array(a.value ->> 'value') from ledgers l, json_each(l.account_identifiers) a
                    where l.id = s.ledger_id)
           end as numbers
      from sign_readings s where s.user_id = ? order by s.learnt_at desc, s.rowid desc`)
  const numbersOfAccount = db
    .prepare<[string], string>('select value from account_identifiers where account_id = ?')
    .pluck()
  const numbersOfLedger = db
    .prepare<[string], string>(
      `select a.value ->> 'value' from ledgers l, json_each(l.account_identifiers) a where l.id = ?`,
    )
    .pluck()
  const put = db.prepare(`
    insert into sign_readings (id, user_id, account_id, ledger_id, format, reading, learnt_by, file_name, learnt_at)
    values (@id, @userId, @accountId, @ledgerId, @format, @reading, @learntBy, @fileName, @learntAt)
    on conflict do update set reading = excluded.reading, learnt_by = excluded.learnt_by,
      file_name = excluded.file_name, learnt_at = excluded.learnt_at`)
  const remove = db.prepare('delete from sign_readings where id = ?')

  const isOwn = (row: SignReadingRow, { accountId, ledgerId }: SignOwner) =>
    accountId === null ? row.ledgerId === ledgerId : row.accountId === accountId

  function list(owner: SignOwner): SignReadingRow[] {
    const rows = ofUser.all(owner.userId)
    if (rows.length === 0) return []
    const own = owner.accountId === null ? numbersOfLedger.all(owner.ledgerId) : numbersOfAccount.all(owner.accountId)
    const shares = ({ numbers }: StoredRow, isSame: (a: string, b: string) => boolean) =>
      (JSON.parse(numbers) as string[]).some((number) => own.some((other) => isSame(number, other)))
    const nearest = [
      ...rows.filter((row) => isOwn(row, owner)),
      ...rows.filter((row) => shares(row, isSameAccount)),
      ...rows.filter((row) => shares(row, isSameBank)),
    ]
    const formats = [...new Set(nearest.map(({ format }) => format))].sort()
    return formats.flatMap((format) => {
      const found = nearest.find((row) => row.format === format)
      if (!found) return []
      const { numbers: _, ...row } = found
      return row
    })
  }

  return {
    list,
    of: (owner) =>
      Object.fromEntries(
        list(owner).map(({ format, reading, learntBy, fileName }) => [format, { reading, learntBy, fileName }]),
      ),
    learn(owner, learnt, fileName) {
      if (learnt.length === 0) return []
      return store.write(() => {
        const known = list(owner)
        return agreed(learnt).flatMap(({ format, reading, learntBy }): SignChange[] => {
          const before = known.find((row) => row.format === format) ?? null
          // Reading a file as it stands needs no memory, unless it corrects one or was asked for.
          if (before === null && reading === 'as_read' && learntBy === 'proof') return []
          if (before?.reading === reading) return []
          const own = before !== null && isOwn(before, owner) ? before : null
          const { accountId, ledgerId } = owner
          const after: SignReadingRow = {
            id: own?.id ?? randomUUID(),
            accountId,
            ledgerId,
            format,
            reading,
            learntBy,
            fileName,
            learntAt: now(),
          }
          put.run({ ...after, userId: owner.userId })
          return [{ before: own, after }]
        })
      })
    },
    forget: (owner, id) =>
      store.write(() => {
        const before = list(owner).find((row) => row.id === id)
        if (!before) throw missing('signs.missing', 'Nothing is remembered under this id. It may have been forgotten.')
        remove.run(id)
        return { before, after: null }
      }),
  }
}

/** What the files of one upload told alike, once for each format. */
function agreed(learnt: readonly LearntSigns[]): LearntSigns[] {
  const formats = [...new Set(learnt.map(({ format }) => format))]
  return formats.flatMap((format) => {
    const own = learnt.filter((one) => one.format === format)
    const answer = own.find(({ learntBy }) => learntBy === 'answer')
    const [first] = own
    return answer ?? (own.every(({ reading }) => reading === first?.reading) ? (first ?? []) : [])
  })
}
