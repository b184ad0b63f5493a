import { Button } from '@mantine/core'
import { IconBuildingBank, IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BooksTabs } from './books-tabs.tsx'
import { RunTable } from './run-table.tsx'
import { useDialog } from './use-dialog.ts'

/** Every run, newest first; a new one begins with a statement or with what was read from the bank. */
export function RunsPage() {
  const { t } = useTranslation()
  const dialog = useDialog()
  return (
    <>
      <BooksTabs />
      <RunTable>
        <Button variant="default" leftSection={<IconBuildingBank size={14} />} onClick={() => dialog.show('movements')}>
          {t('movementRun.short')}
        </Button>
        <Button leftSection={<IconFileImport size={14} />} onClick={() => dialog.show('import')}>
          {t('books.import')}
        </Button>
      </RunTable>
    </>
  )
}
