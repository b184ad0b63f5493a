import { Alert, Button, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { commandKey } from '../shell/command-key.ts'
import classes from './settings.module.css'

interface Props {
  dirty: boolean
  everSaved: boolean
  busy: boolean
  /** A refusal that belongs to no field. */
  failure: Failure | null
  onDiscard: () => void
}

/** The one Save of all sections, always in sight, and whether anything waits for it. */
export function SaveBar({ dirty, everSaved, busy, failure, onDiscard }: Props) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (
    <div className={classes.saveBar}>
      <Button type="submit" loading={busy} disabled={!dirty && everSaved}>
        {t('common.save')}
      </Button>
      {dirty && (
        <Button variant="subtle" onClick={onDiscard}>
          {t('settings.discard')}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {dirty ? t('settings.unsaved') : everSaved ? t('settings.allSaved') : t('settings.neverSaved')}
      </Text>
      {failure && (
        <Alert color="red" variant="light" py={4} role="alert">
          {failureText(failure)}
        </Alert>
      )}
      <Text size="xs" c="dimmed" ml="auto">
        <Kbd size="xs">{commandKey} S</Kbd>
      </Text>
    </div>
  )
}
