import { Button, Group, Title } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { saveFile } from '../../../desktop.ts'
import { useAct } from '../../../shared/use-act.ts'
import { useLanguage } from '../../preferences/language.ts'
import type { ReportFormat, RunOfBooks } from '../ledger-api.ts'
import { ReportPreview } from './report-preview.tsx'

const formats: readonly ReportFormat[] = ['pdf', 'xlsx', 'csv', 'json']

/** The reconciliation statement as a file; of a closed run also the pack that proves it was not changed. */
export function Reports({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const act = useAct()
  const language = useLanguage((state) => state.language)
  const name = `${t('closing.reportName')}-${run.period_to ?? run.id}`
  const save = (file: string, content: () => Promise<Blob>) =>
    void act(async () => {
      const blob = await content()
      await saveFile(file, blob.type, blob)
    })
  return (
    <section aria-label={t('closing.report')}>
      <Title order={2} mb={8}>
        {t('closing.report')}
      </Title>
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={14} />}
            onClick={() => save(`${name}.${format}`, () => api.books.report(run.id, format, language))}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        {run.status === 'closed' && (
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={14} />}
            onClick={() => save(`${name}.zip`, () => api.books.closingPack(run.id))}
          >
            {t('closing.pack')}
          </Button>
        )}
      </Group>
      <ReportPreview run={run} />
    </section>
  )
}
