import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Candidate, InboxItem, RequestDetail } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { isFit } from '../requests/attempt-sentence.ts'
import { Candidates } from '../requests/candidates.tsx'
import { confirmChoice } from '../requests/confirm-choice.tsx'
import { ExpectedArrived } from '../requests/expected-arrived.tsx'
import { FindMovement } from '../requests/find-movement.tsx'
import { offeredOf, refusalOf } from '../requests/offered.ts'
import { candidateLists, chooseCandidate, refuseCandidates, requestDetails } from '../requests/store.ts'
import { Story } from '../requests/story.tsx'
import { answering, OffersNothing, useOfferKeys } from './item-keys.ts'
import { remember, takeOut } from './store.ts'

/** Which of the movements is the payment? */
export function RequestItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  const { data: request, failure } = useLoaded(requestDetails, item.subject_id)
  if (failure)
    return (
      <>
        <OffersNothing itemId={item.id} />
        <LoadFailure
          what={t('requests.oneNotLoaded')}
          failure={failure}
          onRetry={() => void requestDetails.load(item.subject_id)}
        />
      </>
    )
  if (!request) return <Skeleton height={180} />
  return <Choice item={item} request={request} />
}

function Choice({ item, request }: { item: InboxItem; request: RequestDetail }) {
  const { t, i18n } = useTranslation()
  const act = useAct()
  const { data: candidates, failure } = useLoaded(candidateLists, request.id)

  const decide = (candidate: Candidate) =>
    answering(async () => {
      if (!(await act(() => chooseCandidate(request.id, candidate.id)))) return false
      remember({
        kind: 'choice',
        itemId: item.id,
        subjectId: request.id,
        candidates: fitting.map(({ id }) => id),
        about: request.external_id,
      })
      takeOut(item.id)
      return true
    })
  const choose = (candidate: Candidate) =>
    isFit(candidate) ? void decide(candidate) : confirmChoice(i18n.t, candidate, () => void decide(candidate))

  const fitting = offeredOf(candidates)
  const refuse = refusalOf(request, candidates, (ids) =>
    answering(async () => {
      let refusalId: string | undefined
      const refused = async () => {
        refusalId = (await refuseCandidates(request.id, ids)).refusals.find(({ kind }) => kind === 'candidates')?.id
      }
      if (!(await act(refused))) return false
      if (refusalId !== undefined)
        remember({ kind: 'refusal', itemId: item.id, subjectId: request.id, refusalId, about: request.external_id })
      takeOut(item.id)
      return true
    }),
  )
  const [only] = fitting
  useOfferKeys(item.id, {
    choices: Math.min(fitting.length, 9),
    isLoading: !candidates && !failure,
    // Among several the person says which one; one alone can be accepted.
    ...(refuse ? { reject: { label: t('refusal.none'), run: refuse } } : {}),
    ...(only && fitting.length === 1 ? { accept: { label: t('inbox.accept'), run: () => choose(only) } } : {}),
  })
  return (
    <>
      <ExpectedArrived request={request} />
      <Candidates
        request={request}
        candidates={candidates}
        failure={failure}
        onRetry={() => void candidateLists.load(request.id)}
        onChoose={choose}
        onRefuse={refuse}
      />
      <FindMovement request={request} onChoose={choose} />
      <Story request={request} />
    </>
  )
}
