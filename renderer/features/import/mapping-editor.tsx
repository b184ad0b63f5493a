import { Group, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CsvMapping } from '../../../main/core/statements/csv/mapping.ts'
import { chosenRoles } from '../../../main/core/statements/csv/roles.ts'
import type { ImportPreview } from '../../api-types.ts'
import { type Choices, isMinor, withDateOrder, withDecimalSign, withRole, withScale, withSignRule } from './choices.ts'
import classes from './import.module.css'

interface Props {
  table: NonNullable<ImportPreview['table']>
  mapping: CsvMapping
  onChange: (mapping: NonNullable<Choices['mapping']>) => void
}

const orders = ['dmy', 'mdy', 'ymd'] as const
const rules = ['signed', 'inverted', 'split', 'indicator', 'marks'] as const

/** What each column is, in which order dates stand, and what a sign means; every change is read again at once. */
export function MappingEditor({ table, mapping, onChange }: Props) {
  const { t } = useTranslation()
  const order = mapping.columns.find(({ dateOrder }) => dateOrder)?.dateOrder
  const sign = mapping.columns.find(({ decimalSign }) => decimalSign)?.decimalSign
  const samples = table.lines.filter(({ verdict }) => verdict === 'item').slice(0, 3)
  const isWhole = (column: number) =>
    !table.lines.some(({ verdict, cells }) => verdict === 'item' && /\d[.,]\d{1,2}\D*$/.test(cells[column] ?? ''))
  const width = Math.max(table.columns.length, ...samples.map(({ cells }) => cells.length))
  const example = samples[0]?.cells[mapping.columns.find(({ role }) => role === 'bookingDate')?.index ?? -1]
  return (
    <section aria-label={t('fileImport.mapping')}>
      <Group gap="md" align="flex-end" mb="sm">
        {order !== undefined && (
          <Select
            label={t('fileImport.dateOrder')}
            description={example === undefined ? undefined : t('fileImport.dateExample', { text: example })}
            w={300}
            data={orders.map((value) => ({ value, label: t(`fileImport.answer.${value}`) }))}
            value={order}
            onChange={(value) => value && onChange(withDateOrder(mapping, value as (typeof orders)[number]))}
          />
        )}
        <Select
          label={t('fileImport.decimalSign')}
          w={170}
          data={[
            { value: '.', label: t('fileImport.answer.point') },
            { value: ',', label: t('fileImport.answer.comma') },
          ]}
          value={sign ?? null}
          onChange={(value) => value && onChange(withDecimalSign(mapping, value as '.' | ','))}
        />
        <Select
          label={t('fileImport.scale')}
          w={230}
          data={(['major', 'minor'] as const).map((value) => ({ value, label: t(`fileImport.scales.${value}`) }))}
          value={isMinor(mapping) ? 'minor' : 'major'}
          onChange={(value) => value && onChange(withScale(mapping, value === 'minor', isWhole))}
        />
        <Select
          label={t('fileImport.signRule')}
          w={340}
          data={rules.map((value) => ({ value, label: t(`fileImport.signs.${value}`) }))}
          value={mapping.sign.rule}
          onChange={(value) => value && onChange(withSignRule(mapping, value as (typeof rules)[number]))}
        />
      </Group>
      <div className={classes.columns}>
        {Array.from({ length: width }, (_, index) => {
          const name = table.columns[index] ?? ''
          const role = mapping.columns.find((column) => column.index === index)?.role ?? 'ignore'
          const listed = chosenRoles.some((each) => each === role)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
            <div key={index} className={classes.column}>
              <Select
                label={name === '' ? t('fileImport.columnNumber', { number: index + 1 }) : name}
                size="xs"
                data={[...(listed ? [] : [role]), ...chosenRoles].map((value) => ({
                  value: value as string,
                  label: t(`fileImport.role.${value}`),
                }))}
                value={role}
                onChange={(value) => value && onChange(withRole(mapping, index, name, value as typeof role))}
                comboboxProps={{ width: 220, position: 'bottom-start' }}
              />
              {samples.map(({ line, cells }) => (
                <Text key={line} size="xs" c="dimmed" truncate title={cells[index] ?? ''}>
                  {cells[index] || '–'}
                </Text>
              ))}
            </div>
          )
        })}
      </div>
    </section>
  )
}
