import { Anchor, Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Suggestion } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { MarkedName } from './marked-name.tsx'
import { reasonSentences } from './reason-sentences.ts'
import classes from './requests.module.css'

interface Props {
  suggestion: Suggestion
  onAccept: () => void
  onReject: () => void
  /** Keys that do the same, where this one is in focus. */
  keys?: readonly ('A' | 'R')[]
}

/** What the program would do and leaves to a person: who, how much, why, and one key each to answer. */
export function SuggestionCard({ suggestion, onAccept, onReject, keys = [] }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kind, requests, movements, alternatives } = suggestion
  const isGroup = requests.length + movements.length > 2
  const currency = movements[0]?.currency ?? ''
  return (
    <section className={classes.suggestion} aria-label={t('suggestion.one')}>
      <Text fw={600} size="sm" mb={6}>
        {t(`suggestion.title.${kind}`)}
      </Text>
      <div className={classes.suggestionSides}>
        <div>
          {requests.map((request) => (
            <div key={request.id} className={classes.suggestionRow}>
              <Anchor component={Link} to={`/requests/${request.id}`} size="sm" className={classes.suggestionName}>
                {request.external_id}
              </Anchor>
              <span className={classes.suggestionName}>{request.sender_name}</span>
              <Amount amount={request.amount} currency={request.currency} />
            </div>
          ))}
        </div>
        <div>
          {movements.map((movement) => (
            <div key={movement.id} className={classes.suggestionRow}>
              <Moment at={movement.received_at} />
              <span className={classes.suggestionName}>
                <MarkedName
                  name={movement.sender_name}
                  other={requests[0]?.sender_name ?? null}
                  reasons={suggestion.legs.find(({ movement_id: id }) => id === movement.id)?.reasons}
                />
              </span>
              <Amount amount={movement.amount} currency={movement.currency} />
            </div>
          ))}
        </div>
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {reasonSentences(suggestion.legs[0]?.reasons ?? [], currency, { t, formats })
          .slice(0, isGroup ? 1 : undefined)
          .join(' ')}
        {isGroup && alternatives > 0 && ` ${t('suggestion.alternatives', plural(alternatives, formats.number))}`}
      </Text>
      <Group gap="xs" mt="sm">
        <Button
          onClick={onAccept}
          rightSection={keys.includes('A') ? <Kbd size="xs">A</Kbd> : undefined}
          variant="light"
        >
          {t('suggestion.accept')}
        </Button>
        <Button
          onClick={onReject}
          rightSection={keys.includes('R') ? <Kbd size="xs">R</Kbd> : undefined}
          variant="default"
        >
          {t('suggestion.reject')}
        </Button>
      </Group>
    </section>
  )
}
