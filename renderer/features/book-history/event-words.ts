import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { decisions } from '../../../main/core/ledger/history/decisions.ts'
import type { AuditEvent } from '../book-lists/books-api.ts'
import { useBookFormats } from '../reconciliation/use-book-formats.ts'
import { recordOf } from './differences.ts'

/** What the trail records, in the order in which a person looks for it. */
export const entities = [
  'match',
  'item',
  'run',
  'source_file',
  'ledger_transaction',
  'ledger',
  'discrepancy',
  'rule',
  'counterparty',
  'ledger_import',
  'mapping',
  'movements',
  'undo',
] as const
type Entity = (typeof entities)[number]
/** What happens within a run. */
export const runEntities = entities.slice(0, 4).concat('discrepancy', 'movements', 'undo')

export const isUndoable = ({ entity, action, run_id: run }: AuditEvent): boolean =>
  run !== null && (entity === 'match' || entity === 'item') && decisions.includes(action)

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** The words that a rule looks for. */
function wordsOf(conditions: unknown): readonly unknown[] {
  const { contains, pattern } = (conditions ?? {}) as { readonly contains?: unknown; readonly pattern?: unknown }
  return [...(Array.isArray(contains) ? (contains as unknown[]) : []), pattern]
}

/** What an event is about, as far as its own record says it: a name, a file, a text. */
export function subjectOf({ before, after }: Pick<AuditEvent, 'before' | 'after'>): string {
  const whole = { ...(before as object | null), ...(after as object | null) } as Record<string, unknown>
  const record = recordOf(whole) as Record<string, unknown>
  const entries = Array.isArray(whole.entries) ? (whole.entries as Record<string, unknown>[]) : []
  const names = [
    record.code && record.description ? `${String(record.code)} ${String(record.description)}` : record.code,
    record.name,
    record.fileName,
    record.file_name,
    record.counterpartyName,
    record.remittanceText,
    ...entries.flatMap((entry) => [entry.counterpartyName, entry.documentNo]),
    record.code === undefined ? record.description : null,
    record.referenceId,
    record.title,
    record.bookingDate,
    record.periodFrom && record.periodTo ? `${String(record.periodFrom)} – ${String(record.periodTo)}` : null,
    record.note,
    ...wordsOf(record.conditions),
  ]
  return [...new Set(names.flatMap((name) => text(name) ?? []))].slice(0, 2).join(' · ')
}

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g

/** An event in words: who, what was done, and to what. */
export function useEventWords() {
  const { t, i18n } = useTranslation()
  const { day } = useBookFormats()
  return useMemo(() => {
    // Words of the trail come from the program; an unknown one is shown as it is.
    const plain = (word: string) => word.replaceAll('_', ' ')
    const entity = (name: string): string =>
      i18n.exists(`history.entity.${name}`) ? t(`history.entity.${name as Entity}`) : plain(name)
    const done = (action: string): string =>
      i18n.exists(`history.action.${action}`) ? t(`history.action.${action as 'create'}`) : plain(action)
    return {
      actor: ({ actor }: Pick<AuditEvent, 'actor'>): string => (actor === 'engine' ? t('history.engine') : actor),
      action: (event: Pick<AuditEvent, 'entity' | 'action'>): string =>
        `${entity(event.entity)}: ${done(event.action)}`,
      about: (event: AuditEvent): string => {
        if (event.entity === 'movements') {
          const { added = 0, removed = 0 } = (event.after ?? {}) as {
            readonly added?: number
            readonly removed?: number
          }
          return t('movementRun.refreshed', { added, removed })
        }
        return (event.subject ?? subjectOf(event)).replace(isoDay, day)
      },
    }
  }, [t, i18n, day])
}
