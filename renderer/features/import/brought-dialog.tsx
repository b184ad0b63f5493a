import { Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StatementImport } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { Remarks } from './remarks.tsx'
import { StatementFacts } from './statement-facts.tsx'
import { importDetails } from './store.ts'
import { useBroughtWords } from './use-brought-words.ts'

/** What a finished import brought: its statements with their balances, and what was noticed in the file. */
export function BroughtDialog({ row, onClose }: { row: StatementImport; onClose: () => void }) {
  const { t } = useTranslation()
  const broughtWords = useBroughtWords()
  const key = `${row.account_id}/${row.id}`
  const { data, failure } = useLoaded(importDetails, key)
  return (
    <Dialog opened onClose={onClose} title={row.file_name} size="xl">
      <Stack gap="sm">
        <Text size="sm" c="dimmed" component="div">
          {row.format_detail ?? row.format} · <Moment at={row.created_at} />
        </Text>
        <Text size="sm">{broughtWords(row).join(' · ')}</Text>
        {failure && !data && (
          <LoadFailure
            what={t('fileImport.listNotLoaded')}
            failure={failure}
            onRetry={() => void importDetails.load(key)}
          />
        )}
        {!data && !failure && <Skeleton height={64} />}
        {data?.statements.map((statement, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements of one import never move
          <StatementFacts key={index} statement={statement} hasFiles={data.statements.length > 1} />
        ))}
        {row.warnings.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('fileImport.remarks')}
            </Text>
            <Remarks remarks={row.warnings} />
          </div>
        )}
      </Stack>
    </Dialog>
  )
}
