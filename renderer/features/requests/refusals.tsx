import { Button, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../api-types.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { payersSentence } from './act-sentence.ts'
import classes from './requests.module.css'

/** What people have rejected for the request, each with the way back. */
export function Refusals({
  refusals,
  onTakeBack,
}: {
  refusals: readonly Refusal[]
  onTakeBack: (refusal: Refusal) => void
}) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  if (refusals.length === 0) return null
  return (
    <section className={classes.section} aria-label={t('refusal.title')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('refusal.title')}
      </Title>
      {refusals.map((refusal) => {
        const who = refusal.by ?? t('act.somebody')
        const date = formats.date(refusal.at, now)
        const list = payersSentence(refusal.movements, { t, formats, now })
        return (
          <div key={refusal.id} className={classes.refusal}>
            <span>{list === '' ? t('refusal.by', { who, date }) : t('refusal.of', { who, date, list })}</span>
            <Button variant="default" leftSection={<IconArrowBackUp size={14} />} onClick={() => onTakeBack(refusal)}>
              {t('refusal.undo')}
            </Button>
          </div>
        )
      })}
    </section>
  )
}
