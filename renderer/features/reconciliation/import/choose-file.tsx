import { Button, FileButton, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './import.module.css'

/** The place where a statement is dropped, or chosen. */
export function ChooseFile({ onChoose }: { onChoose: (file: File | null) => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.choose}>
      <IconFileImport size={28} stroke={1.5} />
      <Text size="sm">{t('imports.choose')}</Text>
      <Text size="xs" c="dimmed">
        {t('imports.formats')}
      </Text>
      <FileButton onChange={onChoose}>
        {(props) => (
          <Button {...props} data-autofocus>
            {t('imports.chooseButton')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
