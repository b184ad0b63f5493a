import { useTranslation } from 'react-i18next'
import type { Run } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import classes from './accounts.module.css'
import { runSteps } from './run-steps.ts'

/** A finished run stays in sight for a moment, so that its result is seen. */
const lingerMs = 30_000

interface Props {
  run: Run | null
  queued: boolean
  /** The login waits for a person. */
  waiting: boolean
}

/** The stages of a reading as a thin line of steps that fill: launch, login, reading, 12 new. */
export function RunProgress({ run, queued, waiting }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const now = useNow()
  const running = run?.status === 'running'
  const fresh = run?.finished_at != null && now - Date.parse(run.finished_at) < lingerMs
  // The region stays, empty, so that assistive technology already listens when the first step appears.
  if (!running && !queued && !fresh) return <div role="status" />
  const steps = running || (fresh && !queued) ? runSteps(run as Run) : runSteps({ status: 'running', stage: 'launch' })
  const found = run?.status === 'success' && !queued ? (run.transactions_found ?? 0) : null
  return (
    <div role="status">
      <ol className={classes.steps} aria-label={t('accounts.progress')}>
        {steps.map(({ step, state }) => (
          <li key={step} className={classes.step} data-state={state}>
            {waiting && step === 'login'
              ? t('assistance.step')
              : queued && !running && step === 'launch'
                ? t('accounts.status.queued')
                : t(`accounts.step.${step}`)}
            {state === 'failed' && run?.failure_type === 'login_failed' ? `: ${t('accounts.loginError')}` : ''}
          </li>
        ))}
        <li className={classes.step} data-state={found === null ? 'todo' : 'done'}>
          {found === null ? t('accounts.step.new') : t('accounts.found', plural(found, number))}
        </li>
      </ol>
    </div>
  )
}
