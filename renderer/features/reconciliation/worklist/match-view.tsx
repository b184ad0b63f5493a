import { Box, Button, Checkbox, Skeleton, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import type { Match } from '../ledger-api.ts'
import { bookEntries, items } from '../store.ts'
import { EarlierLines } from './earlier-lines.tsx'
import { fragmentsOf } from './evidence.ts'
import handClasses from './hand.module.css'
import { EntryCard, ItemCard } from './leg-card.tsx'
import { canLeaveOut, legId } from './members.ts'
import { Reasons } from './reasons.tsx'
import { queueMarks } from './row-marks.ts'
import classes from './worklist.module.css'

/** Beyond this a side is summed up: nobody reads the rest, and each leg is asked for by itself. */
const mostLegs = 30

/** A proposal: the statement's lines left, the books right, why, and what it adds up to. */
export function MatchView({
  match,
  alternatives,
  onAlternative,
  out,
  onLeaveOut,
}: {
  match: Match
  /** Rivals for the same line, best first, this one among them. */
  alternatives: readonly Match[]
  onAlternative: (id: string) => void
  /** Members that were left out of a group, by id. */
  out: readonly string[]
  /** Absent where nothing can be decided any more. */
  onLeaveOut?: (id: string) => void
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [raw, setRaw] = useState(false)
  const source = match.legs.filter(({ side }) => side === 'source')
  const ledger = match.legs.filter(({ side }) => side === 'ledger')
  const fragments = fragmentsOf(match.reasons)
  const isPair = source.length === 1 && ledger.length === 1
  const otherItem = isPair ? (source[0]?.source_entry_id ?? null) : null
  const otherEntry = isPair ? (ledger[0]?.ledger_entry_id ?? null) : null
  return (
    <>
      {alternatives.length > 1 && (
        <Box className={classes.alternatives} role="group" aria-label={t('match.alternatives')}>
          {alternatives.map(({ id, score }, index) => (
            <Button
              key={id}
              variant={id === match.id ? 'light' : 'default'}
              aria-pressed={id === match.id}
              onClick={() => onAlternative(id)}
            >
              {t('match.alternative', { n: index + 1, score })}
            </Button>
          ))}
        </Box>
      )}
      <div className={classes.pair}>
        <section aria-label={t('match.statement')}>
          <h2 className={classes.sideTitle}>{t('match.statement')}</h2>
          {source.slice(0, mostLegs).map((leg) => (
            <Member key={leg.source_entry_id} match={match} leg={leg} out={out} onLeaveOut={onLeaveOut}>
              <ItemLeg leg={leg} otherId={otherEntry} fragments={fragments} raw={raw} />
            </Member>
          ))}
          <Rest count={source.length - mostLegs} />
          {source.length > 0 && (
            <Button variant="subtle" onClick={() => setRaw(!raw)} aria-expanded={raw}>
              {t(raw ? 'match.hideRaw' : 'match.showRaw')}
            </Button>
          )}
          {source.length === 1 && <EarlierLines itemId={source[0]?.source_entry_id ?? ''} />}
        </section>
        <section aria-label={t('match.books')}>
          <h2 className={classes.sideTitle}>{t('match.books')}</h2>
          {ledger.slice(0, mostLegs).map((leg) => (
            <Member key={leg.ledger_entry_id} match={match} leg={leg} out={out} onLeaveOut={onLeaveOut}>
              <EntryLeg leg={leg} otherId={otherItem} fragments={fragments} />
            </Member>
          ))}
          <Rest count={ledger.length - mostLegs} />
        </section>
      </div>
      <section style={{ marginTop: 10 }}>
        <StatusMark kind={queueMarks[match.ambiguous_with.length > 0 ? 'ambiguous' : match.band]}>
          {t(`worklist.group.${match.ambiguous_with.length > 0 ? 'ambiguous' : match.band}`)} ·{' '}
          {t('match.score', { score: number(match.score) })}
        </StatusMark>
        <Reasons match={match} />
        {match.note !== null && (
          <Text size="sm" mt={6}>
            {t('worklist.note')}: {match.note}
          </Text>
        )}
      </section>
    </>
  )
}

type Leg = Match['legs'][number]

/** One of several members of a group, with the choice to leave it out. */
function Member({
  match,
  leg,
  out,
  onLeaveOut,
  children,
}: {
  match: Match
  leg: Leg
  out: readonly string[]
  onLeaveOut: ((id: string) => void) | undefined
  children: ReactNode
}) {
  const { t } = useTranslation()
  const isOne = match.legs.filter(({ side }) => side === leg.side).length === 1
  if (isOne || !onLeaveOut) return children
  const id = legId(leg)
  return (
    <div className={handClasses.member} data-out={out.includes(id) || undefined}>
      <Checkbox
        mt={12}
        size="xs"
        aria-label={t('match.member')}
        title={t('match.member')}
        checked={!out.includes(id)}
        disabled={!canLeaveOut(match, out, leg)}
        onChange={() => onLeaveOut(id)}
      />
      <div>{children}</div>
    </div>
  )
}

function ItemLeg({
  leg,
  otherId,
  fragments,
  raw,
}: {
  leg: Leg
  otherId: string | null
  fragments: readonly string[]
  raw: boolean
}) {
  const { t } = useTranslation()
  const id = leg.source_entry_id ?? ''
  const { data, failure } = useLoaded(items, id)
  const other = useOther(bookEntries, otherId)
  if (failure && !data)
    return <LoadFailure what={t('match.notLoaded')} failure={failure} onRetry={() => void items.load(id)} />
  if (!data) return <Skeleton height={110} mb={8} />
  return <ItemCard item={data} amount={leg.amount} other={other} fragments={fragments} raw={raw} />
}

function EntryLeg({ leg, otherId, fragments }: { leg: Leg; otherId: string | null; fragments: readonly string[] }) {
  const { t } = useTranslation()
  const id = leg.ledger_entry_id ?? ''
  const { data, failure } = useLoaded(bookEntries, id)
  const other = useOther(items, otherId)
  if (failure && !data)
    return <LoadFailure what={t('match.notLoaded')} failure={failure} onRetry={() => void bookEntries.load(id)} />
  if (!data) return <Skeleton height={110} mb={8} />
  return <EntryCard entry={data} amount={leg.amount} other={other} fragments={fragments} />
}

/** Name and account of what stands opposite; nothing while it is not loaded or there is none. */
function useOther(
  { store }: typeof items | typeof bookEntries,
  id: string | null,
): { name: string | null; account: string | null } {
  const data = useStore(store as typeof items.store, ({ byId }) => (id === null ? undefined : byId[id]?.data))
  return { name: data?.counterparty_name ?? null, account: data?.counterparty_account ?? null }
}

function Rest({ count }: { count: number }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return count > 0 ? (
    <Text size="sm" c="dimmed">
      {t('match.more', { n: number(count) })}
    </Text>
  ) : null
}
