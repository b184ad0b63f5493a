import { Button, Skeleton, Stack } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { plural } from '../../shared/plural.ts'
import { KeyHints } from '../../shared/ui/key-hints.tsx'
import { LoadFailure, Nothing } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useOverview } from '../shell/overview.ts'
import classes from './inbox.module.css'
import { InboxList } from './inbox-list.tsx'
import { ItemDetail } from './item-detail.tsx'
import { loadInbox, useInbox } from './store.ts'
import { useFocus } from './use-focus.ts'
import { useInboxKeys } from './use-inbox-keys.ts'

/** Needs you: everything that waits for a person, one in focus with all that is needed to answer it. */
export function InboxPage() {
  const { t } = useTranslation()
  const total = useInbox((list) => list.total)
  const failure = useInbox((list) => list.failure)
  const focus = useFocus()
  const hints = useInboxKeys(focus)
  useEffect(loadInbox, [])

  if (failure && total === null)
    return <LoadFailure what={t('inbox.notLoaded')} failure={failure} onRetry={loadInbox} />
  if (total === null)
    return (
      <Stack p="lg">
        <Skeleton height={56} />
        <Skeleton height={56} />
        <Skeleton height={56} />
      </Stack>
    )
  if (total === 0 && focus.id === null) return <Empty hints={hints} />
  return (
    <div className={classes.page}>
      <InboxList focus={focus} />
      <section className={classes.side} aria-label={t('inbox.question')}>
        {focus.id !== null && <ItemDetail key={focus.id} focus={focus} id={focus.id} />}
        <KeyHints hints={hints} />
      </section>
    </div>
  )
}

function Empty({ hints }: { hints: ReturnType<typeof useInboxKeys> }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const matched = useOverview(({ overview }) => overview?.matched_today ?? 0)
  const undo = hints.find(({ id }) => id === 'undo')
  return (
    <Nothing
      icon={<IconInbox size={28} stroke={1.5} />}
      title={t('inbox.empty')}
      text={matched === 0 ? t('inbox.emptyText') : t('inbox.matchedToday', plural(matched, number))}
      action={
        undo ? (
          <Button variant="default" onClick={undo.run}>
            {undo.label}
          </Button>
        ) : null
      }
    />
  )
}
