import { ActionIcon, Group, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaded } from '../../shared/resource.ts'
import { BankDay } from './bank-day.tsx'
import { CurrencyStrip } from './currency-strip.tsx'
import { completenessOf } from './store.ts'

/** How far back the strip can be turned: about ten years. */
const mostPages = 52

/** A strip of days: which are proved by their balances, where something is missing, what nobody has told yet. */
export function CompletenessStrip({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const { data } = useLoaded(completenessOf, `${accountId}/${page}`)
  // While other days are fetched, those of before stay where they are.
  const [shown, setShown] = useState(data)
  useEffect(() => {
    if (data) setShown(data)
  }, [data])
  if (!shown || (page === 0 && shown.currencies.length === 0)) return null
  return (
    <section aria-label={t('fileImport.complete')} aria-busy={data === undefined}>
      <Group gap={4} mb={6}>
        <Title order={2} size="h3" me="xs">
          {t('fileImport.complete')}
        </Title>
        <ActionIcon
          size="sm"
          aria-label={t('fileImport.earlier')}
          title={t('fileImport.earlier')}
          disabled={page >= mostPages}
          onClick={() => setPage(page + 1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text size="sm" c="dimmed" role="status">
          <BankDay day={shown.from} /> – <BankDay day={shown.to} />
        </Text>
        <ActionIcon
          size="sm"
          aria-label={t('fileImport.later')}
          title={t('fileImport.later')}
          disabled={page === 0}
          onClick={() => setPage(page - 1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
      {shown.currencies.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('fileImport.nothingThen')}
        </Text>
      )}
      {shown.currencies.map((each) => (
        <CurrencyStrip key={each.currency} completeness={each} />
      ))}
    </section>
  )
}
