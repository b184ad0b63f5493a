import { Anchor, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Replay } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './settings.module.css'

type Outcome = Replay['changes'][number]['before']

const kinds = ['newly_matched', 'no_longer_matched', 'other_movement', 'otherwise', 'against_person'] as const
const mostShown = 8

/** What would have been decided otherwise: numbers first, then the cases. */
export function ReplayResult({ found }: { found: Replay }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { requests, movements, changed, changes } = found
  const shown = changes.slice(0, mostShown)
  return (
    <section className={classes.replay} aria-live="polite">
      <Text size="xs" c="dimmed">
        {t('replay.looked', { requests: formats.number(requests), movements: formats.number(movements) })}
      </Text>
      <Text size="sm" fw={600}>
        {changed === 0 ? t('replay.same') : t('replay.changed', plural(changed, formats.number))}
      </Text>
      {changed > 0 && (
        <Text size="xs">
          {kinds
            .filter((kind) => found[kind] > 0)
            .map((kind) => t(`replay.${kind}`, { n: formats.number(found[kind]) }))
            .join(' · ')}
        </Text>
      )}
      <ul>
        {shown.map(({ request, before, after, against_person: isAgainst }) => (
          <li key={request.id}>
            {/* A plain address: dialogs stand outside the router. */}
            <Anchor href={`#/requests/${request.id}`} size="xs">
              {request.external_id}
            </Anchor>{' '}
            {request.sender_name}: {outcomeWords(before, t)} → {outcomeWords(after, t)}
            {isAgainst && ` (${t('replay.against')})`}
          </li>
        ))}
      </ul>
      {changed > shown.length && (
        <Text size="xs" c="dimmed">
          {t('replay.more', { n: formats.number(changed - shown.length) })}
        </Text>
      )}
    </section>
  )
}

const outcomeWords = ({ outcome, sender_name }: Outcome, t: TFunction): string =>
  outcome === 'matched'
    ? t('replay.matchedWith', { name: sender_name ?? t('movements.noSender') })
    : t(`replay.outcome.${outcome}`)
