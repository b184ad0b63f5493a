import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CsvMapping } from '../../../../main/core/statements/csv/mapping.ts'
import type { Failure } from '../../../shared/failure.ts'
import { toggledIn } from '../../import/choices.ts'
import { MappingEditor } from '../../import/mapping-editor.tsx'
import { firstOf } from '../../import/places.tsx'
import { TableLines } from '../../import/table-lines.tsx'
import type { PreviewFile, TableOfFile } from '../ledger-api.ts'
import type { Choices } from './choices.ts'
import classes from './import.module.css'

const encodings = ['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'iso-8859-15', 'cp850', 'utf-16le']

/** How a table is read, to be looked at and changed: encoding, columns, and every line with its verdict. */
export function TableReading({
  table,
  file,
  failure,
  choices,
  change,
}: {
  table: TableOfFile
  file: PreviewFile | undefined
  failure: Failure | null
  choices: Choices
  change: (part: Partial<Choices>) => void
}) {
  const { t } = useTranslation()
  const mapping = choices.mapping ?? (table.mapping as CsvMapping | null)
  // A line that was left out is no line of the table any more; it can be taken in again.
  const gone = choices.excludedLines.filter((line) => !table.lines.some((each) => each.line === line))
  const unreadable = table.lines.filter(({ verdict }) => verdict === 'unreadable').map(({ line }) => line)
  return (
    <details className={classes.reading} open={failure !== null ? true : undefined}>
      <summary>{t('fileImport.howRead')}</summary>
      <Stack gap="sm" mt="sm">
        <Group gap="md" align="flex-end">
          <Select
            label={t('fileImport.encoding')}
            w={200}
            data={[...new Set([table.encoding, ...encodings])]}
            value={choices.encoding ?? table.encoding}
            onChange={(encoding) => change({ encoding })}
          />
          {file?.applied != null && (
            <Text size="sm">{t('fileImport.mappingApplied', { name: file.applied.name })}</Text>
          )}
          {choices.mapping !== null && <Text size="sm">{t('imports.kept')}</Text>}
          {unreadable.length > 0 && (
            <Button
              variant="default"
              onClick={() => change({ excludedLines: [...new Set([...choices.excludedLines, ...unreadable])] })}
            >
              {t('fileImport.leaveOut', { count: unreadable.length, lines: firstOf(unreadable) })}
            </Button>
          )}
        </Group>
        {mapping !== null && (
          <MappingEditor table={table} mapping={mapping} onChange={(next) => change({ mapping: next })} />
        )}
        {gone.length > 0 && (
          <Group gap="xs">
            {gone.map((line) => (
              <Button
                key={line}
                size="compact-sm"
                variant="default"
                onClick={() => change({ excludedLines: toggledIn(choices.excludedLines, line) })}
              >
                {t('imports.takeIn', { line })}
              </Button>
            ))}
          </Group>
        )}
        <TableLines
          table={table}
          excluded={choices.excludedLines}
          onExclude={(line) => change({ excludedLines: toggledIn(choices.excludedLines, line) })}
        />
      </Stack>
    </details>
  )
}
