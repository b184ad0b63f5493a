/** SQL: ids of a ledger and of everything below it; a control ledger sums its children (3.1). */
export const ledgerFamily = (id: string) =>
  `with recursive family (id) as (
     select ${id} union select l.id from ledgers l join family f on l.parent_id = f.id) select id from family`

/** SQL: ids of a ledger and of every ledger above it. */
export const ledgerAncestors = (id: string) =>
  `with recursive above (id) as (
     select ${id} union select l.parent_id from ledgers l join above a on l.id = a.id where l.parent_id is not null)
   select id from above`
