import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAct } from '../../shared/use-act.ts'
import { watchedFolders } from './store.ts'

const lookMs = 10_000
const problems = ['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOSPC'] as const

/** A folder of this computer from which files are imported by themselves. */
export function WatchedFolderForm({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data } = useLoaded(watchedFolders, accountId)
  const [path, setPath] = useState<string | null>(null)
  const isWatched = data !== undefined && data !== null
  // When it was looked at, and what was in the way, moves without a hint.
  useEffect(() => {
    if (!isWatched) return
    const timer = setInterval(() => watchedFolders.refresh(accountId), lookMs)
    return () => clearInterval(timer)
  }, [accountId, isWatched])
  if (data === undefined) return null
  const shown = path ?? data?.path ?? ''
  const problemText = (problem: string) => {
    const code = problems.find((each) => problem.includes(each))
    return code === undefined
      ? t('fileImport.folder.problem.other', { problem })
      : t(`fileImport.folder.problem.${code}`)
  }
  const save = async () => {
    const isDone = await act(async () => {
      watchedFolders.set(accountId, await api.watchFolder(accountId, shown))
    }, t('fileImport.folder.saved'))
    if (isDone) setPath(null)
  }
  const stop = () =>
    void act(async () => {
      await api.unwatchFolder(accountId)
      watchedFolders.set(accountId, null)
      setPath(null)
    }, t('fileImport.folder.stopped'))
  return (
    <section aria-label={t('fileImport.folder.title')}>
      <Title order={2} size="h3" mb={2}>
        {t('fileImport.folder.title')}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {t('fileImport.folder.text')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Group gap="xs" align="flex-end">
          <TextInput
            label={t('fileImport.folder.path')}
            placeholder={t('fileImport.folder.placeholder')}
            value={shown}
            onChange={(event) => setPath(event.currentTarget.value)}
            w={420}
            maw="100%"
          />
          <Button type="submit" variant="default" disabled={shown.trim() === '' || shown === data?.path}>
            {t('fileImport.folder.save')}
          </Button>
          {data && (
            <Button variant="subtle" onClick={stop}>
              {t('fileImport.folder.stop')}
            </Button>
          )}
        </Group>
      </form>
      {data?.looked_at && (
        <Text size="sm" mt={6} component="div">
          {data.problem === null ? (
            <StatusMark kind="done">
              {t('fileImport.folder.looked')} <Moment at={data.looked_at} form="relative" />
            </StatusMark>
          ) : (
            <StatusMark kind="failed">
              <span title={data.problem}>{problemText(data.problem)}</span>
            </StatusMark>
          )}
        </Text>
      )}
    </section>
  )
}
