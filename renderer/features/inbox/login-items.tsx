import { Button, Group, Text } from '@mantine/core'
import { IconPointer } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { InboxItem } from '../../api-types.ts'
import { CodeQuestion } from '../assistance/code-question.tsx'
import { useWaiting } from '../assistance/store.ts'
import classes from './inbox.module.css'
import { useOfferKeys } from './item-keys.ts'
import { placeOf } from './item-kinds.ts'
import { answered } from './store.ts'

/** A code is typed right here. It is handed to the bank and kept nowhere. */
export function CodeItem({ item, isFirst }: { item: InboxItem; isFirst: boolean }) {
  const { t } = useTranslation()
  const boxes = useRef<HTMLDivElement>(null)
  const waiting = useWaiting(item.account_id)
  const isHere = waiting?.id === item.subject_id
  useOfferKeys(item.id, {
    ...(isHere
      ? { accept: { label: t('inbox.enterCode'), run: () => boxes.current?.querySelector('input')?.focus() } }
      : {}),
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the boxes, so that the keys of the list work again
    <div
      ref={boxes}
      className={classes.box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      }}
    >
      {isHere && (
        <CodeQuestion
          accountId={item.account_id}
          waiting={waiting}
          autoFocus={isFirst || waiting.refusals > 0}
          onSent={() => answered(item.id)}
        />
      )}
      <Group justify="center" mt="sm">
        <Button component={Link} to={placeOf(item)} variant="subtle">
          {t('assistance.lookAtPage')}
        </Button>
      </Group>
    </div>
  )
}

/** A step that only a person can do is done in the bank's own page. */
export function StepItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const run = () => {
    answered(item.id)
    void navigate(placeOf(item))
  }
  useOfferKeys(item.id, { accept: { label: t('inbox.open.step'), run } })
  return (
    <div className={classes.box}>
      <Text size="sm">{item.about ?? t('inbox.stepText')}</Text>
      <Group mt="md">
        <Button leftSection={<IconPointer size={14} />} onClick={run}>
          {t('inbox.open.step')}
        </Button>
      </Group>
    </div>
  )
}
