import type { Store } from '../db/store.ts'
import { conflict, missing } from '../errors.ts'
import type { Clock } from '../ports.ts'

export interface SavedFilter {
  readonly name: string
  /** The part of a list's address that is the filter, e.g. `only=open&q=rent`. */
  readonly query: string
}

export interface SavedFilters {
  /** Of one list, in the order in which they were first saved. */
  of(userId: string, list: string): SavedFilter[]
  /** One of the same name is replaced in its place. Throws 409 when the list has as many as it may. */
  save(userId: string, list: string, filter: SavedFilter): SavedFilter[]
  /** Throws 404 for a name that the list has not. */
  forget(userId: string, list: string, name: string): void
}

/** More than anybody tells apart in a menu. */
const mostPerList = 50

/** Filters that a person named, by list; kept by the program, so that they are there on every device. */
export function createSavedFilters({ store, now }: { store: Store; now: Clock }): SavedFilters {
  const { db } = store
  const ofList = db.prepare<[string, string], SavedFilter>(
    'select name, query from saved_filters where user_id = ? and list = ? order by rowid',
  )
  const put = db.prepare(
    `insert into saved_filters (user_id, list, name, query, saved_at) values (@userId, @list, @name, @query, @at)
     on conflict (user_id, list, name) do update set query = excluded.query, saved_at = excluded.saved_at`,
  )
  const remove = db.prepare('delete from saved_filters where user_id = ? and list = ? and name = ?')
  const of = (userId: string, list: string) => ofList.all(userId, list)
  return {
    of,
    save: (userId, list, filter) =>
      store.write(() => {
        const saved = of(userId, list)
        if (saved.length >= mostPerList && !saved.some(({ name }) => name === filter.name))
          throw conflict('savedFilter.many', `This list has ${mostPerList} saved filters. Forget one of them first.`)
        put.run({ userId, list, ...filter, at: now() })
        return of(userId, list)
      }),
    forget(userId, list, name) {
      if (remove.run(userId, list, name).changes === 0)
        throw missing('savedFilter.missing', `This list has no saved filter "${name}"`)
    },
  }
}
