import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLoaded } from '../../shared/resource.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { useAct } from '../../shared/use-act.ts'
import { putMovementBack } from '../movements/store.ts'
import classes from './import.module.css'
import { removedMovements } from './store.ts'

/** Movements of files that were removed; nothing is shown while there are none. */
export function RemovedMovements({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data } = useLoaded(removedMovements, accountId)
  if (!data || data.length === 0) return null
  return (
    <section aria-label={t('fileImport.removed')}>
      <Title order={2} size="h3" mb={6}>
        {t('fileImport.removed')}
      </Title>
      <div className={classes.lines}>
        <table>
          <tbody>
            {data.map((movement) => (
              <tr key={movement.id}>
                <td>
                  <Moment at={movement.received_at} />
                </td>
                <td>{movement.sender_name ?? t('movements.noSender')}</td>
                <td data-number>
                  <Amount amount={movement.amount} currency={movement.currency} />
                </td>
                <td data-number>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => void act(() => putMovementBack(accountId, movement.id), t('movements.putBack'))}
                  >
                    {t('fileImport.putBack')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
