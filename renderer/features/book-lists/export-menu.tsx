import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { saveFile } from '../../desktop.ts'
import { useCommands } from '../../shared/commands.ts'
import type { Query } from '../../shared/http.ts'
import { useAct } from '../../shared/use-act.ts'
import { useLanguage } from '../preferences/language.ts'

/** Everything that a list of the books shows under its filter, as CSV (key E) or XLSX. */
export function ExportMenu({ path, query = {}, name }: { path: string; query?: Query; name: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const lang = useLanguage((state) => state.language)
  const save = (format: 'csv' | 'xlsx') =>
    void act(async () => {
      const blob = await api.bookWork.file(path, { ...query, format, lang })
      await saveFile(`${name}.${format}`, blob.type, blob)
    }, t('list.exported'))
  useCommands([
    { id: 'export', label: t('bookLists.exportCsv'), key: 'e', run: () => save('csv') },
    { id: 'export.xlsx', label: t('bookLists.exportXlsx'), run: () => save('xlsx') },
  ])
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={`${t('bookLists.export')} · E`}>
          <ActionIcon aria-label={t('bookLists.export')}>
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('csv')}>{t('bookLists.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => save('xlsx')}>{t('bookLists.exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
