/**
 * SQL over `items i`: lines as a person decides about them. A line that was divided by hand is stood for by its parts;
 * what the bank itself divided stays one line.
 */
export const asDivided = `case when i.parent_entry_id is null
  then not exists (select 1 from source_entries part where part.parent_entry_id = i.id and part.level = 'split' and part.removed_at is null)
  else i.level = 'split' end`
