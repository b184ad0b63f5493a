import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { SignReading } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useAnswer } from '../../shared/use-answer.ts'
import classes from './import.module.css'
import { signsChanged, useSignsTurn } from './store.ts'

/** What is remembered of how a bank signs reversals, with the way to forget it; nothing is shown where nothing is. */
export function SignReadings({ of, id }: { of: 'account' | 'ledger'; id: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const words = useFileWords()
  const turn = useSignsTurn(({ turn: count }) => count)
  const { data } = useAnswer(() => api.signReadings(of, id), `${of} ${id} ${turn}`)
  if (!data || data.length === 0) return null
  const forget = (row: SignReading) =>
    act(async () => {
      await api.forgetSignReading(of, id, row.id)
      signsChanged()
    }, t('fileImport.knownSigns.forgotten'))
  return (
    <section aria-label={t('fileImport.knownSigns.title')}>
      <Title order={2} size="h3" mb={2}>
        {t('fileImport.knownSigns.title')}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t('fileImport.knownSigns.text')}
      </Text>
      <ul className={classes.known}>
        {data.map((row) => (
          <li key={row.id}>
            <div>
              <Text size="sm">
                <b>{row.format}</b> · {words.answer(row.reading)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`fileImport.knownSigns.${row.learnt_by}`, { file: row.file_name })} · <Moment at={row.learnt_at} />
              </Text>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('fileImport.knownSigns.forgetOf', { format: row.format })}
              onClick={() => void forget(row)}
            >
              {t('fileImport.knownSigns.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
