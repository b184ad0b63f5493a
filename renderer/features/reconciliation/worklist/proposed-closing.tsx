import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLedgerName } from '../../books/store.ts'
import type { ProposedBooking } from '../ledger-api.ts'
import classes from './hand.module.css'

type Offer = ProposedBooking & { readonly origin: 'rule' | 'own_transfer'; readonly ledger_id: string }

/** Something that a rule or the shape of the line proposes; what was done last time is only a start for the person. */
export const isOffered = (proposed: ProposedBooking | null): proposed is Offer =>
  proposed !== null && proposed.origin !== null && proposed.origin !== 'history' && proposed.ledger_id !== null

/** A closing that is proposed for a line, to be accepted or rejected like a match. */
export function ProposedClosing({
  proposed,
  onAccept,
  onReject,
}: {
  proposed: Offer
  onAccept: () => void
  onReject: () => void
}) {
  const { t, i18n } = useTranslation()
  const ledger = useLedgerName(proposed.ledger_id) ?? '…'
  const key = `worklist.reasons.${proposed.reason}`
  // Reasons come from the program; a new one is shown as it is called there.
  const reason = i18n.exists(key) ? t(key as 'worklist.reasons.other') : (proposed.reason ?? '')
  return (
    <section className={classes.proposal} aria-label={t('bookLine.proposal')}>
      <Text size="sm" fw={600}>
        {t('bookLine.closeTo', { ledger, reason })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`bookLine.why.${proposed.origin}`)}
      </Text>
      <Group gap="xs" mt={8}>
        <Button size="compact-sm" onClick={onAccept}>
          {t('worklist.accept')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onReject}>
          {t('worklist.reject')}
        </Button>
      </Group>
    </section>
  )
}
