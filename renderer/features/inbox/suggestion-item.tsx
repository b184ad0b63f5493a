import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { InboxItem } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { SuggestionCard } from '../requests/suggestion-card.tsx'
import { answering, useOfferKeys } from './item-keys.ts'
import { decideSuggestion, remember, suggestions, takeOut, unmark } from './store.ts'

/** What the program would do and leaves to a person. */
export function SuggestionItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data, failure } = useLoaded(suggestions, item.subject_id)

  const answer = (verb: 'accept' | 'reject') =>
    void answering(async () => {
      if (!(await act(() => decideSuggestion(item.subject_id, verb)))) return false
      remember({ kind: 'suggestion', itemId: item.id, subjectId: item.subject_id, about: item.reference ?? '' })
      unmark([item.id])
      takeOut(item.id)
      return true
    })
  const accept = () => answer('accept')
  const reject = () => answer('reject')
  useOfferKeys(item.id, {
    ...(data ? { accept: { label: t('inbox.accept'), run: accept } } : {}),
    ...(data ? { reject: { label: t('inbox.reject'), run: reject } } : {}),
    canMark: true,
    isLoading: !data && !failure,
  })
  if (failure)
    return (
      <LoadFailure
        what={t('inbox.oneNotLoaded')}
        failure={failure}
        onRetry={() => void suggestions.load(item.subject_id)}
      />
    )
  return data ? (
    <SuggestionCard suggestion={data} onAccept={accept} onReject={reject} keys={['A', 'R']} />
  ) : (
    <Skeleton height={180} />
  )
}
