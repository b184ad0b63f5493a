import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './form-buttons.module.css'

interface Props {
  onCancel: () => void
  busy: boolean
  /** What the form does; "Save" unless told otherwise. */
  label?: string
  disabled?: boolean
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormButtons({ onCancel, busy, label, disabled = false }: Props) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" gap="xs" className={classes.buttons}>
      <Button variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled}>
        {label ?? t('common.save')}
      </Button>
    </Group>
  )
}
