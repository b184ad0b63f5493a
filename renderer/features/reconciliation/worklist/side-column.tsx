import { Checkbox } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useListWindow } from '../../../shared/list/create-list.ts'
import { Nothing } from '../../../shared/ui/states.tsx'
import type { QueueRow } from '../ledger-api.ts'
import { sides } from '../store.ts'
import { type Side, useSelection } from './manual-selection.ts'
import queueClasses from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import { QueueSearch } from './queue-tools.tsx'
import classes from './worklist.module.css'

/** Everything that is open on one side, each row to be chosen. */
export function SideColumn({
  name,
  runId,
  isActive,
  at,
  onPick,
}: {
  name: Side
  runId: string
  isActive: boolean
  at: number
  onPick: (index: number, row: QueueRow) => void
}) {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const chosen = useSelection((state) => state.chosen[name])
  const list = sides[name]
  const window = useListWindow(list, { runId, group: name, ...(q === '' ? {} : { q }) })
  const isChosen = (row: QueueRow) => chosen.some(({ id }) => id === row.id)
  const title = t(name === 'open_source' ? 'manual.lines' : 'manual.entries')
  return (
    <section className={classes.column} data-active={isActive || undefined} aria-label={title}>
      <div className={queueClasses.tools}>
        <h2 className={classes.sideTitle} style={{ margin: 0 }}>
          {title}
        </h2>
        <QueueSearch
          value={q}
          onChange={setQ}
          label={t(name === 'open_source' ? 'manual.searchLines' : 'manual.searchEntries')}
          slash={isActive}
        />
      </div>
      <QueueList
        label={title}
        total={window.total}
        rowAt={list.rowAt}
        onSight={list.need}
        at={at}
        isFocused={(_, index) => isActive && index === at}
        isChosen={isChosen}
        onPick={onPick}
        lead={(row) => (
          <Checkbox
            size="xs"
            mt={2}
            tabIndex={-1}
            readOnly
            checked={isChosen(row)}
            aria-label={t('manual.choose', { name: row.name ?? row.text ?? '' })}
          />
        )}
        empty={
          <Nothing
            icon={<IconChecks size={26} stroke={1.5} />}
            title={t('manual.nothing')}
            text={t('manual.nothingText')}
          />
        }
      />
    </section>
  )
}
