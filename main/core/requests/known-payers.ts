import type { Database } from '../db/open.ts'
import { createPayerWords, type PayerWords } from '../matching/names/payer-words.ts'
import type { NameKnowledge } from '../matching/names/types.ts'

/** Newest orders whose names are counted at first, and at most at once later. */
const mostOrders = 2000
const mostAccounts = 50

/**
 * The words that the payers of an account share, counted from the names on its own orders and never from movements: what
 * arrives at the bank changes no decision about something else. Kept, and brought up to date by the orders registered since.
 */
export function knownPayers(db: Database): (accountId: string) => NameKnowledge {
  // By index: the newest order says whether there is anything new to read.
  const newest = db
    .prepare('select created_at from requests where account_id = ? order by created_at desc limit 1')
    .pluck()
  const registered = db.prepare(`
    select sender_name as name from requests where account_id = ? and created_at >= ?
     order by created_at desc, id limit ${mostOrders}`)
  const known = new Map<string, { readonly words: PayerWords; until: number }>()

  return (accountId) => {
    const latest = (newest.get(accountId) as number | undefined) ?? 0
    let account = known.get(accountId)
    if (!account) {
      if (known.size >= mostAccounts) known.clear()
      account = { words: createPayerWords(), until: -1 }
      known.set(accountId, account)
    }
    if (latest > account.until) {
      const rows = registered.all(accountId, Math.max(0, account.until)) as { name: string | null }[]
      for (const { name } of rows) account.words.add(name)
      account.until = latest
    }
    return account.words
  }
}
