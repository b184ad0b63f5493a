import { Button, Group, Progress, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { plural } from '../../../shared/plural.ts'
import { useAct } from '../../../shared/use-act.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { setRunProgress, useRunProgress } from '../live.ts'
import { runs } from '../store.ts'

/** Hints may be lost; the work is looked at all the same. */
const lookAgainMs = 1000
const steps = ['reading', 'storing', 'loading', 'searching', 'matching', 'removing'] as const

/** What the program is doing with a run, how far it is, and a way to stop it. */
export function JobProgress({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const progress = useRunProgress(({ byRun }) => byRun[runId])
  useEffect(() => {
    const look = async () => {
      const now = await api.books.progress(runId).catch(() => null)
      if (now) setRunProgress(runId, now)
      await runs.load(runId)
    }
    // What was told of work that has ended says nothing about this one.
    setRunProgress(runId, null)
    void look()
    const timer = setInterval(() => void look(), lookAgainMs)
    return () => {
      clearInterval(timer)
      setRunProgress(runId, null)
    }
  }, [runId])
  const step = steps.find((name) => name === progress?.step)
  return (
    <Group role="status" gap="md" wrap="nowrap" px={20} py={8} aria-label={t('job.label')}>
      <Text size="sm">
        {step === undefined ? t('job.working') : t(`job.step.${step}`)}
        {progress?.rows !== undefined && ` · ${t('job.lines', plural(progress.rows, number))}`}
      </Text>
      <Progress
        flex={1}
        aria-label={t('job.label')}
        value={progress?.of ? Math.round((100 * progress.done) / progress.of) : 100}
        animated={!progress?.of}
      />
      <Button variant="default" size="compact-sm" onClick={() => void act(() => api.books.cancel(runId))}>
        {t('manual.stop')}
      </Button>
    </Group>
  )
}
