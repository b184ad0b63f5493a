import { Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, RequestDetail } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { CandidateRow } from './candidate-row.tsx'
import classes from './requests.module.css'
import { foundCandidates, searchKey } from './store.ts'

/** Any free movement of the account, found by its words: a person may know what no rule knows. */
export function FindMovement({ request, onChoose }: { request: RequestDetail; onChoose: (found: Candidate) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), 250)
  return (
    <div className={classes.section}>
      <TextInput
        label={t('findMovement.label')}
        placeholder={t('findMovement.placeholder')}
        leftSection={<IconSearch size={14} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {words !== '' && <Found request={request} words={words} onChoose={onChoose} />}
    </div>
  )
}

interface FoundProps {
  request: RequestDetail
  words: string
  onChoose: (found: Candidate) => void
}

function Found({ request, words, onChoose }: FoundProps) {
  const { t } = useTranslation()
  const key = searchKey(request.id, words)
  const { data, failure } = useLoaded(foundCandidates, key)
  if (failure)
    return (
      <LoadFailure
        what={t('findMovement.notLoaded')}
        failure={failure}
        onRetry={() => void foundCandidates.load(key)}
      />
    )
  if (data?.length === 0)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        {t('findMovement.none')}
      </Text>
    )
  return (
    <div className={classes.found}>
      {data?.slice(0, 20).map((candidate) => (
        <CandidateRow
          key={candidate.id}
          candidate={candidate}
          expected={request.sender_name}
          number={0}
          onChoose={() => onChoose(candidate)}
        />
      ))}
    </div>
  )
}
