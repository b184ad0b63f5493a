import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './books.module.css'
import { useDialog } from './use-dialog.ts'

/** Books without an account to reconcile: what this is for and what to do first. */
export function FirstSteps() {
  const { t } = useTranslation()
  const dialog = useDialog()
  return (
    <div className={classes.steps}>
      <Title order={2} size="h1">
        {t('books.emptyTitle')}
      </Title>
      <Text mt={4}>{t('books.emptyText')}</Text>
      <ol>
        {(['ledger', 'entries', 'statement'] as const).map((step) => (
          <li key={step}>
            <Text fw={600} size="sm">
              {t(`books.step.${step}.title`)}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`books.step.${step}.text`)}
            </Text>
          </li>
        ))}
      </ol>
      <Button onClick={() => dialog.show('ledger')}>{t('books.addFirst')}</Button>
    </div>
  )
}
