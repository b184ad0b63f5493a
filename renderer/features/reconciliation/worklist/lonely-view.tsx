import { Anchor, Button, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { bookEntries, items, oneDiscrepancy } from '../store.ts'
import { EntryCard, ItemCard } from './leg-card.tsx'
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
      <Text size="sm" c="dimmed">
        {data.match_status === 'closed' ? t('match.isClosed') : t('match.nothingFits')}
      </Text>
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
