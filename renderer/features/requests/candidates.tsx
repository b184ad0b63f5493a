import { Button, Kbd, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, RequestDetail } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import type { Failure } from '../../shared/failure.ts'
import { plural } from '../../shared/plural.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { isFit, openQuestion } from './attempt-sentence.ts'
import { CandidateRow } from './candidate-row.tsx'
import classes from './requests.module.css'

const mostNear = 5

interface Props {
  request: RequestDetail
  candidates: readonly Candidate[] | undefined
  failure: Failure | null
  onRetry: () => void
  onChoose: (candidate: Candidate) => void
  /** None of those that are offered; given while the request asks which one it is. */
  onRefuse?: (() => void) | undefined
}

/** The movements that could be the payment, best first, each with one key to choose it. Near misses fold out. */
export function Candidates({ request, candidates, failure, onRetry, onChoose, onRefuse }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const fitting = candidates?.filter(isFit) ?? []
  const missing = candidates?.filter((candidate) => !isFit(candidate)) ?? []
  // Where nothing fits, what comes near says why; a long list is not pushed upon anybody.
  const [chosen, setChosen] = useState<boolean | null>(null)
  const others = chosen ?? (fitting.length === 0 && missing.length <= mostNear)
  const drawn = others ? [...fitting, ...missing] : fitting
  const choosable = drawn.filter(({ consumed_by }) => consumed_by === null).slice(0, 9)
  useCommands(
    choosable.map((candidate, index) => ({
      id: `choose ${candidate.id}`,
      label: t('requests.chooseNumber', { number: index + 1, name: candidate.sender_name ?? t('movements.noSender') }),
      key: String(index + 1),
      run: () => onChoose(candidate),
    })),
  )
  return (
    <section className={classes.section} aria-label={t('requests.candidates')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('requests.candidates')}
      </Title>
      {failure && <LoadFailure what={t('requests.candidatesNotLoaded')} failure={failure} onRetry={onRetry} />}
      {candidates === undefined && !failure && (
        <Stack gap="xs">
          <Skeleton height={44} />
          <Skeleton height={44} />
        </Stack>
      )}
      <Text size="sm" mb="sm">
        {openQuestion(request, candidates ?? [], { t, formats, now })}
      </Text>
      {candidates?.length === 0 && request.attempts.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('requests.noCandidates')}
        </Text>
      )}
      <div>
        {drawn.map((candidate) => (
          <CandidateRow
            key={candidate.id}
            candidate={candidate}
            expected={request.sender_name}
            number={choosable.indexOf(candidate) + 1}
            onChoose={() => onChoose(candidate)}
          />
        ))}
      </div>
      {onRefuse && (
        <Button variant="default" mt="sm" mr="xs" onClick={onRefuse} rightSection={<Kbd size="xs">R</Kbd>}>
          {t('refusal.none')}
        </Button>
      )}
      {missing.length > 0 && (
        <Button variant="subtle" mt="sm" px={4} onClick={() => setChosen(!others)} aria-expanded={others}>
          {others ? t('requests.hideOthers') : t('requests.showOthers', plural(missing.length, formats.number))}
        </Button>
      )}
    </section>
  )
}
