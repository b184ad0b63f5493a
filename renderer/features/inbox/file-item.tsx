import { Button, Group, Kbd, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../api.ts'
import type { InboxItem } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { Places } from '../import/places.tsx'
import { chooseFile, importDetails } from '../import/store.ts'
import classes from './inbox.module.css'
import { answering, useOfferKeys } from './item-keys.ts'
import { answered, remember, takeOut } from './store.ts'

/** A file of a watched folder that could not be imported: why, the import that asks, and the way to say that it is not wanted. */
export function FileItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  const words = useFileWords()
  const act = useAct()
  const navigate = useNavigate()
  const { account_id: accountId, subject_id: importId } = item
  const key = `${accountId}/${importId}`
  const { data, failure } = useLoaded(importDetails, key)
  const name = item.reference ?? ''

  const open = () =>
    void act(async () => {
      chooseFile(accountId, new File([await api.refusedFile(accountId, importId)], name))
      answered(item.id)
      void navigate(`/accounts/${accountId}/import`)
    })
  const dismiss = () =>
    void answering(async () => {
      if (!(await act(() => api.decideFile(accountId, importId, 'dismiss')))) return false
      remember({ kind: 'file', itemId: item.id, subjectId: key, about: name })
      takeOut(item.id)
      return true
    })
  useOfferKeys(item.id, {
    accept: { label: t('inbox.openImport'), run: open },
    reject: { label: t('inbox.dismissFile'), run: dismiss },
  })
  return (
    <div className={classes.box}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Text size="sm" mt="xs">
        {t('inbox.fileText')}
      </Text>
      {failure && (
        <LoadFailure what={t('inbox.oneNotLoaded')} failure={failure} onRetry={() => void importDetails.load(key)} />
      )}
      {data?.error && (
        <>
          <Text size="sm" mt="xs" fw={500}>
            {words.fault(data.error)}
          </Text>
          <Places places={data.error.places} />
        </>
      )}
      <Group mt="md">
        <Button leftSection={<IconFileImport size={14} />} rightSection={<Kbd size="xs">A</Kbd>} onClick={open}>
          {t('inbox.openImport')}
        </Button>
        <Button variant="default" rightSection={<Kbd size="xs">R</Kbd>} onClick={dismiss}>
          {t('inbox.dismissFile')}
        </Button>
      </Group>
    </div>
  )
}
