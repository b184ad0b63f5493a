import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PairReason } from '../../api-types.ts'
import { knownOf, nameMarks } from './name-marks.ts'
import classes from './requests.module.css'

interface Props {
  name: string | null
  other: string | null
  /** What the comparison found, where there was one: then short forms and slips agree as it says. */
  reasons?: readonly PairReason[] | undefined
}

/** A sender's name with the parts that agree with the expected name set off from those that differ. */
export function MarkedName({ name, other, reasons = [] }: Props) {
  const { t } = useTranslation()
  if (name === null) return <span className={classes.absent}>{t('movements.noSender')}</span>
  if (other === null) return <span>{name}</span>
  const parts = nameMarks(name, other, knownOf(reasons))
  const differing = parts.filter(({ agrees }) => agrees === false).map(({ text }) => text)
  return (
    <span>
      <span aria-hidden>
        {parts.map(({ text, agrees }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name never move
          <span key={index} className={agrees === null ? undefined : agrees ? classes.agrees : classes.differs}>
            {text}
          </span>
        ))}
      </span>
      <VisuallyHidden>
        {name}.{' '}
        {differing.length === 0 ? t('requests.nameAgrees') : t('requests.nameDiffers', { parts: differing.join(', ') })}
      </VisuallyHidden>
    </span>
  )
}
