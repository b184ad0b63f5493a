import { Anchor, Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { InboxItem } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { LoadFailure, Nothing } from '../../shared/ui/states.tsx'
import { AccountItem } from './account-item.tsx'
import { DeliveryItem } from './delivery-item.tsx'
import { FileItem } from './file-item.tsx'
import classes from './inbox.module.css'
import { OffersNothing, useAnswering } from './item-keys.ts'
import { CodeItem, StepItem } from './login-items.tsx'
import { RequestItem } from './request-item.tsx'
import { inboxItems, isAnswered, itemIn, useInbox } from './store.ts'
import { SuggestionItem } from './suggestion-item.tsx'
import type { Focus } from './use-focus.ts'

/** The question in focus with everything that is needed to answer it. */
export function ItemDetail({ id, focus }: { id: string; focus: Focus }) {
  const { t } = useTranslation()
  const listed = useInbox((list) => itemIn(list, id))
  const isOver = listed === undefined && isAnswered(id)
  const goOn = useEffectEvent(() => focus.goOn(id))
  useEffect(() => {
    if (isOver) goOn()
  }, [isOver])
  const isAnswering = useAnswering(({ count }) => count > 0)
  // Beyond the rows that are held, or settled elsewhere: the program knows. An answer on its way says it by itself.
  const { data, failure } = useLoaded(inboxItems, listed || isOver || isAnswering ? null : id)
  const [known, setKnown] = useState(listed)
  useEffect(() => {
    if (listed) setKnown(listed)
  }, [listed])

  if (isOver) return null
  if (failure)
    return (
      <>
        <OffersNothing itemId={id} />
        {failure.status === 404 ? (
          <Settled onGoOn={() => focus.goOn(id)} />
        ) : (
          <LoadFailure what={t('inbox.oneNotLoaded')} failure={failure} onRetry={() => void inboxItems.load(id)} />
        )}
      </>
    )
  const item = listed ?? data ?? known
  if (item) return <Body item={item} focus={focus} />
  return (
    <Stack p="lg">
      <Skeleton height={26} width="50%" />
      <Skeleton height={130} />
    </Stack>
  )
}

function Settled({ onGoOn }: { onGoOn: () => void }) {
  const { t } = useTranslation()
  const waiting = useInbox(({ total }) => total ?? 0)
  return (
    <Nothing
      icon={<IconCheck size={28} stroke={1.5} />}
      title={t('inbox.settled')}
      text={t('inbox.settledText')}
      action={
        <Button variant="default" onClick={onGoOn}>
          {waiting > 0 ? t('inbox.goOn') : t('inbox.done')}
        </Button>
      }
    />
  )
}

function Body({ item, focus }: { item: InboxItem; focus: Focus }) {
  return (
    <div className={classes.detail}>
      <Head item={item} />
      <Question item={item} focus={focus} />
    </div>
  )
}

function Head({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  return (
    <header className={classes.detailHead}>
      <Title order={2}>{t(`inbox.title.${item.kind}`)}</Title>
      <Text size="sm" c="dimmed">
        <Anchor component={Link} to={`/accounts/${item.account_id}`} inherit c="inherit">
          {item.account_name}
        </Anchor>{' '}
        · {t('inbox.since')} <Moment at={item.since} />
      </Text>
    </header>
  )
}

function Question({ item, focus }: { item: InboxItem; focus: Focus }) {
  switch (item.kind) {
    case 'code':
      return <CodeItem item={item} isFirst={focus.isFirst} />
    case 'step':
      return <StepItem item={item} />
    case 'blocked':
    case 'session':
      return <AccountItem item={item} />
    case 'ambiguous':
      return <RequestItem item={item} />
    case 'suggestion':
      return <SuggestionItem item={item} />
    case 'delivery':
      return <DeliveryItem item={item} />
    case 'question':
      return <FileItem item={item} />
  }
}
