import { Anchor, Button, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../../shared/resource.ts'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useLedgerName } from '../../books/store.ts'
import type { EarlierLine } from '../ledger-api.ts'
import { earlierLines } from '../store.ts'
import { Day, Sum } from '../sum.tsx'
import { lineMarks } from './row-marks.ts'
import classes from './worklist.module.css'

/** What was done with this counterparty before, on demand. */
export function EarlierLines({ itemId }: { itemId: string }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(!opened)} aria-expanded={opened}>
        {t(opened ? 'earlier.hide' : 'earlier.show')}
      </Button>
      {opened && <Lines itemId={itemId} />}
    </>
  )
}

function Lines({ itemId }: { itemId: string }) {
  const { t } = useTranslation()
  const { data } = useLoaded(earlierLines, itemId)
  if (!data) return <Skeleton height={60} />
  if (data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('earlier.none')}
      </Text>
    )
  return (
    <ul className={classes.earlier} aria-label={t('earlier.title')}>
      {data.map((line) => (
        <Line key={line.item_id} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { line: EarlierLine }) {
  const { t } = useTranslation()
  const ledger = useLedgerName(line.ledger_id ?? '')
  const where = ledger ?? line.documents.join(' · ')
  return (
    <li>
      <Anchor inherit component={Link} to={`/books/runs/${line.run_id}/lines/${line.item_id}`}>
        <Day day={line.booking_date} />
      </Anchor>
      <span>{line.text ?? ''}</span>
      <StatusMark kind={lineMarks[line.match_status]}>
        {t(`statement.status.${line.match_status}`)}
        {where === '' ? '' : ` · ${where}`}
      </StatusMark>
      <Sum value={line.amount} bare />
    </li>
  )
}
