import { useParams } from 'react-router'
import { stepOf } from '../accounts/run-steps.ts'
import { useAccount } from '../accounts/store.ts'
import { BankWindow } from '../bank-window/bank-window.tsx'
import classes from './assistance.module.css'
import { CodeQuestion } from './code-question.tsx'
import { useWaiting } from './store.ts'

/** Account ▸ Bank page: the bank's page, and beneath it the boxes while a code is wanted. */
export function BankTab() {
  const { accountId = '' } = useParams()
  const run = useAccount(accountId)?.last_run
  const waiting = useWaiting(accountId)
  return (
    <div className={classes.bank}>
      <div className={classes.page}>
        <BankWindow
          key={accountId}
          accountId={accountId}
          activity={stepOf(run?.stage ?? null) === 'reading' ? 'reading' : 'login'}
        />
      </div>
      {waiting?.type === 'otp' && (
        <div className={classes.beneath}>
          <CodeQuestion key={waiting.id} accountId={accountId} waiting={waiting} />
        </div>
      )}
    </div>
  )
}
