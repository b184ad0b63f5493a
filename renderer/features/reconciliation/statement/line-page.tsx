import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { runs } from '../store.ts'
import { FocusedItem } from '../worklist/focused-item.tsx'
import worklistClasses from '../worklist/worklist.module.css'

/** One line of a statement by its own address, whatever became of it. */
export function LinePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { runId = '', itemId = '' } = useParams()
  const { data: run, failure } = useLoaded(runs, runId)
  if (!run)
    return failure ? (
      <LoadFailure what={t('run.notLoaded')} failure={failure} onRetry={() => void runs.load(runId)} />
    ) : null
  const back = () => void navigate(`/books/runs/${runId}/statement`)
  return (
    <div className={worklistClasses.side} style={{ flex: 1 }}>
      <div style={{ padding: '12px 20px 0' }}>
        <Button variant="default" onClick={back}>
          {t('statement.back')}
        </Button>
        <Button component={Link} to={`/books/history?of=${itemId}`} variant="subtle">
          {t('history.ofThis')}
        </Button>
      </div>
      <FocusedItem
        id={itemId}
        run={run}
        before={[]}
        after={[{ id: 'back', label: t('statement.back'), keys: ['Esc'], named: ['Escape'], run: back }]}
        readOnly={run.status === 'closed'}
        onDecided={() => undefined}
        onShow={() => undefined}
      />
    </div>
  )
}
