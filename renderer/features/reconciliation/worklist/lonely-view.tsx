import { Anchor, Button, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import type { ItemDetail } from '../ledger-api.ts'
import { bookEntries, items, oneDiscrepancy } from '../store.ts'
import { Sum } from '../sum.tsx'
import { EarlierLines } from './earlier-lines.tsx'
import handClasses from './hand.module.css'
import { EntryCard, ItemCard } from './leg-card.tsx'
import { lineMarks } from './row-marks.ts'
import classes from './worklist.module.css'

/** A line of the statement for which nothing is proposed. */
export function LonelyItem({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(items, id)
  const [raw, setRaw] = useState(false)
  if (failure && !data)
    return <LoadFailure what={t('match.notLoaded')} failure={failure} onRetry={() => void items.load(id)} />
  if (!data) return <Skeleton height={140} />
  return (
    <section aria-label={t('match.statement')} style={{ maxWidth: 640 }}>
      <h2 className={classes.sideTitle}>{t('match.statement')}</h2>
      <ItemCard item={data} amount={data.open_amount} raw={raw} />
      <Button variant="subtle" onClick={() => setRaw(!raw)} aria-expanded={raw}>
        {t(raw ? 'match.hideRaw' : 'match.showRaw')}
      </Button>
      <EarlierLines itemId={id} />
      <Parts item={data} />
      <Text size="sm" c="dimmed">
        {data.level === 'split'
          ? t('divide.isPart')
          : data.match_status === 'closed'
            ? t('match.isClosed')
            : data.match_status === 'matched' || data.parts.some(({ level }) => level === 'split')
              ? ''
              : t('match.nothingFits')}
      </Text>
    </section>
  )
}

/** The parts of a line that was divided by hand, with what became of each. */
function Parts({ item }: { item: ItemDetail }) {
  const { t } = useTranslation()
  const parts = item.parts.filter(({ level }) => level === 'split')
  if (parts.length === 0) return null
  return (
    <section aria-label={t('divide.parts')}>
      <h2 className={classes.sideTitle}>{t('divide.parts')}</h2>
      <ul className={handClasses.parts}>
        {parts.map(({ id, amount, note, match_status: status }, at) => (
          <li key={id}>
            <span>{note ?? t('divide.part', { n: at + 1 })}</span>
            <StatusMark kind={lineMarks[status]}>{t(`statement.status.${status}`)}</StatusMark>
            <Sum value={amount} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An entry of the books that no statement shows. */
export function LonelyEntry({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(bookEntries, id)
  if (failure && !data)
    return <LoadFailure what={t('match.notLoaded')} failure={failure} onRetry={() => void bookEntries.load(id)} />
  if (!data) return <Skeleton height={140} />
  return (
    <section aria-label={t('match.books')} style={{ maxWidth: 640 }}>
      <h2 className={classes.sideTitle}>{t('match.books')}</h2>
      <EntryCard entry={data} amount={data.open_amount} />
      <Text size="sm" c="dimmed">
        {t('match.notOnStatement')}
      </Text>
    </section>
  )
}

export function DiscrepancyView({ id, runId }: { id: string; runId: string }) {
  const { t, i18n } = useTranslation()
  const { data, failure } = useLoaded(oneDiscrepancy, id)
  if (failure && !data)
    return <LoadFailure what={t('match.notLoaded')} failure={failure} onRetry={() => void oneDiscrepancy.load(id)} />
  if (!data) return <Skeleton height={140} />
  const words = (part: 'text' | 'todo', own: string) =>
    i18n.exists(`discrepancies.${part}.${data.type}`)
      ? t(`discrepancies.${part}.${data.type}` as 'discrepancies.text.other')
      : own
  return (
    <section style={{ maxWidth: 640 }}>
      <Text fw={600} size="lg">
        {i18n.exists(`discrepancies.types.${data.type}`)
          ? t(`discrepancies.types.${data.type}` as 'discrepancies.types.other')
          : data.title}
      </Text>
      <Text size="sm" mt={4}>
        {words('text', data.explanation)}
      </Text>
      <Text size="sm" mt={4}>
        {words('todo', data.suggested_action)}
      </Text>
      <Text size="sm" mt={8}>
        <Anchor inherit component={Link} to={`/books/runs/${runId}/discrepancies`}>
          {t('discrepancies.openAll')}
        </Anchor>
      </Text>
      {data.source_entry_id !== null && <LonelyItem id={data.source_entry_id} />}
    </section>
  )
}
