import { List, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { plural } from '../../../shared/plural.ts'
import { useAct } from '../../../shared/use-act.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { commandKey } from '../../shell/command-key.ts'
import type { AcceptedMany, Match, QueueRow, RunOfBooks } from '../ledger-api.ts'
import { refreshRun } from '../store.ts'
import { acceptShownStrong, takeBackAll } from './accept-many.ts'
import type { Act } from './acts.tsx'
import { inTurn } from './in-turn.ts'
import { clearMarks, countByGroup, marksOf, toggleMark, useMarks } from './marks.ts'
import { isQueueGroup } from './row-marks.ts'

export interface Many {
  readonly acts: readonly Act[]
  readonly marked: readonly Pick<QueueRow, 'id' | 'group'>[]
  /** What was accepted together last, as long as it can be taken back at once. */
  readonly last: AcceptedMany | null
  accept(): void
  reject(): void
  undoAll(): void
  dismiss(): void
}

/** Deciding about many proposals at once: those that are marked, or all strong ones that are shown. */
export function useMany(
  run: RunOfBooks,
  shown: {
    readonly q: string | null
    readonly strong: number
    readonly isMatch: boolean
    readonly here: () => QueueRow | undefined
  },
): Many {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const marked = useMarks(marksOf(run.id))
  const [last, setLast] = useState<AcceptedMany | null>(null)
  const after = (work: () => Promise<unknown>) =>
    inTurn(async () => {
      await act(work)
      refreshRun(run.id)
    })
  const take = (work: () => Promise<AcceptedMany>) =>
    void after(async () => {
      setLast(await work())
      clearMarks()
    })
  const counts = () => (
    <>
      <List size="sm">
        {countByGroup(marked).map(([group, count]) => (
          <List.Item key={group}>
            {isQueueGroup(group) ? t(`worklist.short.${group}`) : group}: {number(count)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('many.undoable')}
      </Text>
    </>
  )
  const ask = (title: string, children: React.ReactNode, confirm: string, onConfirm: () => void) =>
    modals.openConfirmModal({ title, children, labels: { confirm, cancel: t('common.cancel') }, onConfirm })
  const ids = marked.map(({ id }) => id)
  const acceptMarked = () =>
    ask(t('many.acceptTitle', plural(ids.length, number)), counts(), t('many.accept', plural(ids.length, number)), () =>
      take(() => api.books.acceptAll(run.id, { ids })),
    )
  const acceptStrong = () =>
    ask(
      t('worklist.acceptAllTitle', plural(shown.strong, number)),
      t('worklist.acceptAllText'),
      t('worklist.acceptAll', plural(shown.strong, number)),
      () => take(() => acceptShownStrong(run.id, shown.q)),
    )
  const accept = ids.length > 0 ? acceptMarked : acceptStrong
  const rejectEach = async () => {
    for (const id of ids) {
      const match: Match = await api.books.match(id)
      if (match.status === 'suggested') await api.books.reject(id, match.version)
    }
    clearMarks()
  }
  const reject = () =>
    ask(
      t('many.rejectTitle', plural(ids.length, number)),
      counts(),
      t('many.reject', plural(ids.length, number)),
      () => void after(rejectEach),
    )
  const mark = () => {
    const row = shown.here()
    if (row?.kind === 'match') toggleMark(run.id, row)
  }
  const acts: Act[] = [
    ...(shown.isMatch ? [{ id: 'mark', label: t('many.mark'), keys: ['X'], letter: 'x', run: mark }] : []),
    ...(ids.length > 0 || shown.strong > 0
      ? [
          {
            id: 'acceptAll',
            label:
              ids.length > 0
                ? t('many.accept', plural(ids.length, number))
                : t('worklist.acceptAll', plural(shown.strong, number)),
            keys: [commandKey, 'Enter'],
            named: ['Ctrl+enter'],
            run: accept,
          },
        ]
      : []),
  ]
  return {
    acts,
    marked,
    last,
    accept,
    reject,
    undoAll: () =>
      void after(async () => {
        if (last) await takeBackAll(run.id, last.ids)
        setLast(null)
      }),
    dismiss: () => setLast(null),
  }
}
