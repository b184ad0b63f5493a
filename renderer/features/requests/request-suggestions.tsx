import { useTranslation } from 'react-i18next'
import type { RequestDetail, Suggestion } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { useLoaded } from '../../shared/resource.ts'
import { useAct } from '../../shared/use-act.ts'
import { acceptSuggestion, rejectSuggestion, suggestionLists } from './store.ts'
import { SuggestionCard } from './suggestion-card.tsx'

/** The open suggestions that this request is part of; the first one is answered by key. */
export function RequestSuggestions({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data } = useLoaded(suggestionLists, request.account_id)
  const own = data?.filter(({ requests }) => requests.some(({ id }) => id === request.id)) ?? []
  const accept = (suggestion: Suggestion) =>
    void act(() => acceptSuggestion(suggestion, request.id), t('suggestion.accepted'))
  const reject = (suggestion: Suggestion) =>
    void act(() => rejectSuggestion(suggestion, request.id), t('suggestion.rejected'))
  const [first] = own
  const isAsking = request.status === 'ambiguous'
  useCommands(
    first
      ? [
          { id: 'accept suggestion', label: t('suggestion.accept'), key: 'a', run: () => accept(first) },
          {
            id: 'reject suggestion',
            label: t('suggestion.reject'),
            // While the request asks which movement it is, R answers that.
            ...(isAsking ? {} : { key: 'r' }),
            run: () => reject(first),
          },
        ]
      : [],
  )
  return own.map((suggestion) => (
    <SuggestionCard
      key={suggestion.id}
      suggestion={suggestion}
      keys={suggestion !== first ? [] : isAsking ? ['A'] : ['A', 'R']}
      onAccept={() => accept(suggestion)}
      onReject={() => reject(suggestion)}
    />
  ))
}
