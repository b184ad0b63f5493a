import type { Database } from '../db/open.ts'
import { createReferenceFinder, type ReferenceFinder, referenceKeysIn } from '../matching/assignment/references.ts'
import { isOpen } from './queries.ts'

// A list of all open orders costs about as much as looking up the words of so many texts.
const textsWorthAList = 200

/**
 * Finds the open orders of an account that a text names, also those of other amounts. The first texts are looked up word
 * by word, so that one arriving movement never reads ten thousand orders; a whole account is read once.
 */
export function knownReferences(db: Database): (accountId: string) => ReferenceFinder {
  const all = db
    .prepare(`select external_id from requests where account_id = ? and reference_key is not null and ${isOpen}`)
    .pluck()
  const byKeys = db
    .prepare(`
    select external_id from requests
     where account_id = ? and reference_key in (select value from json_each(?)) and ${isOpen}`)
    .pluck()

  return (accountId) => {
    let asked = 0
    let list: ReferenceFinder | undefined
    return {
      find(text, amountMinor) {
        if (list) return list.find(text, amountMinor)
        const keys = referenceKeysIn(text)
        if (keys.length === 0) return []
        if (++asked > textsWorthAList) {
          list = createReferenceFinder(all.all(accountId) as string[])
          return list.find(text, amountMinor)
        }
        const references = byKeys.all(accountId, JSON.stringify(keys)) as string[]
        return references.length === 0 ? [] : createReferenceFinder(references).find(text, amountMinor)
      },
    }
  }
}
