import { referenceText } from '../movements/reference-text.ts'

/**
 * The movement of a line `l`: the one it was known as, else the one it became, which carries the line's key. Most lines are
 * of the second kind, and that their rows stay as they were staged is half of what storing a large file would cost.
 */
export const movementOfLine = `coalesce(l.movement_id,
  (select b.id from movements b where b.account_id = l.account_id and b.external_id = l.line_key))`

/** Whether an import that counts brought the movement `m`. */
export const isBroughtByImport = `exists (select 1 from statement_imports b
  where b.id = m.import_id and b.status in ('applying', 'done'))`

/** What a movement shows of a line. What else the bank said of it (`facts`) stays with the line. */
export const shownText = (line: { readonly text: string | null; readonly facts: string | null }): string | null =>
  line.text?.trim() || (line.facts === null ? null : referenceText(JSON.parse(line.facts)))
