import { Alert, Group, Radio, Select, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type BookRole, bookRoles } from '../../../main/core/ledger/books/import/book-roles.ts'
import { plural } from '../../shared/plural.ts'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import type { BooksMapping, BooksPreview } from '../book-lists/books-api.ts'
import { useBooks } from '../books/store.ts'
import importClasses from '../reconciliation/import/import.module.css'
import { Day, Sum } from '../reconciliation/sum.tsx'
import classes from './book-import.module.css'
import { useFaultText } from './use-fault-text.ts'

const orders = ['dmy', 'mdy', 'ymd'] as const
const shownVouchers = 12

interface Props {
  preview: BooksPreview
  answers: Readonly<Record<string, string>>
  onMapping: (mapping: BooksMapping) => void
  onAnswer: (code: string, answer: string) => void
}

/** What an export holds: what is new, what is there already, what was changed, and which column is what. */
export function BooksPreviewView({ preview, answers, onMapping, onAnswer }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { mapping } = preview
  const faultText = useFaultText()
  const changed = preview.faults.filter(({ code }) => code === 'voucher_changed').length
  const counts = [
    ['new', preview.vouchers - preview.known_vouchers - changed],
    ['there', preview.known_vouchers],
    ['changed', changed],
    ['faulty', preview.faults.length - changed],
  ] as const
  const setRole = (index: number, role: BookRole | null) =>
    onMapping({
      ...mapping,
      columns: mapping.columns.map((column, at) =>
        at === index ? { ...column, role } : column.role === role && role !== null ? { ...column, role: null } : column,
      ),
    })
  return (
    <Stack gap="sm">
      <dl className={importClasses.statement ?? ''}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`bookImport.count.${name}`)}</dt>
            <dd style={count > 0 && (name === 'changed' || name === 'faulty') ? { color: 'var(--bad)' } : undefined}>
              {number(count)}
            </dd>
          </div>
        ))}
      </dl>
      {preview.applied_mapping_id !== null && (
        <Text size="xs" c="dimmed">
          {t('bookImport.applied')}
        </Text>
      )}
      <section aria-label={t('bookImport.columns')}>
        <Group gap="md" align="flex-end" mb="sm">
          <Select
            size="xs"
            w={240}
            label={t('fileImport.dateOrder')}
            data={orders.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) }))}
            value={mapping.date_order}
            onChange={(value) => value && onMapping({ ...mapping, date_order: value as (typeof orders)[number] })}
          />
          <Select
            size="xs"
            w={180}
            label={t('fileImport.decimalSign')}
            data={[
              { value: '.', label: t('imports.decimalPoint') },
              { value: ',', label: t('imports.decimalComma') },
            ]}
            value={mapping.decimal}
            onChange={(value) => value && onMapping({ ...mapping, decimal: value as '.' | ',' })}
          />
        </Group>
        <div className={classes.columns}>
          {mapping.columns.map(({ header, role }, index) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              key={index}
              size="xs"
              label={header === '' ? t('fileImport.columnNumber', { number: index + 1 }) : header}
              placeholder={t('bookImport.unused')}
              data={bookRoles.map((value) => ({ value: value as string, label: t(`bookImport.role.${value}`) }))}
              value={role}
              onChange={(value) => setRole(index, value as BookRole | null)}
              clearable
              searchable
              comboboxProps={{ width: 220, position: 'bottom-start' }}
            />
          ))}
        </div>
      </section>
      {preview.questions.map(({ code, message, choices }) => (
        <Radio.Group
          key={code}
          label={t(`imports.question.${code as 'date_order' | 'decimal_sign'}`)}
          description={message}
          value={answers[code] ?? ''}
          onChange={(answer) => onAnswer(code, answer)}
        >
          <Stack gap={6} mt={6}>
            {choices.map((choice) => (
              <Radio key={choice} value={choice} label={answerWords(t, choice)} />
            ))}
          </Stack>
        </Radio.Group>
      ))}
      {preview.faults.length > 0 && (
        <Alert
          color="red"
          variant="light"
          role="alert"
          title={t('bookImport.faults', plural(preview.faults.length, number))}
        >
          {t('bookImport.allOrNothing')}
          <ul className={classes.faults}>
            {preview.faults.map((fault) => (
              <li key={`${fault.line} ${fault.message}`}>
                {t('imports.line', { line: fault.line })}: {faultText(fault)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {preview.sample.length > 0 && <Vouchers preview={preview} />}
    </Stack>
  )
}

function answerWords(t: TFunction, choice: string): string {
  if (choice === 'dmy' || choice === 'mdy' || choice === 'ymd') return t(`imports.dateOrder.${choice}`)
  if (choice === ',') return t('imports.decimalComma')
  return choice === '.' ? t('imports.decimalPoint') : choice
}

function Vouchers({ preview }: { preview: BooksPreview }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const ledgers = useBooks((state) => state.ledgers)
  const precision = (code: string) => ledgers?.find((ledger) => ledger.code === code)?.balance_posted.precision ?? 2
  const shown = preview.sample.slice(0, shownVouchers)
  const changed = new Set(preview.faults.flatMap(({ code, line }) => (code === 'voucher_changed' ? [line] : [])))
  return (
    <section className={classes.vouchers} aria-label={t('bookImport.vouchers')}>
      <table>
        <thead>
          <tr>
            <th>{t('books.date')}</th>
            <th>{t('bookImport.voucher')}</th>
            <th>{t('books.ledger')}</th>
            <th>{t('books.text')}</th>
            <th data-number>{t('bookImport.role.debit')}</th>
            <th data-number>{t('bookImport.role.credit')}</th>
            <th>{t('books.status')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.flatMap((voucher) =>
            voucher.lines.map((line, at) => {
              const sum = (
                <Sum
                  value={{ amount: line.amount, currency: voucher.currency, precision: precision(line.code) }}
                  bare
                />
              )
              return (
                <tr key={line.line} data-known={voucher.known || undefined}>
                  <td>{at === 0 && <Day day={voucher.date} />}</td>
                  <td>{at === 0 ? (voucher.number ?? '') : ''}</td>
                  <td>{line.code}</td>
                  <td>{[line.counterparty_name, line.description].filter(Boolean).join(' · ')}</td>
                  <td data-number>{line.type === 'debit' && sum}</td>
                  <td data-number>{line.type === 'credit' && sum}</td>
                  <td>{at === 0 && <VoucherMark known={voucher.known} changed={changed.has(line.line)} />}</td>
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
      {preview.vouchers > shown.length && (
        <Text size="xs" c="dimmed" p={8}>
          {t('bookImport.more', plural(preview.vouchers - shown.length, number))}
        </Text>
      )}
    </section>
  )
}

function VoucherMark({ known, changed }: { known: boolean; changed: boolean }) {
  const { t } = useTranslation()
  if (changed) return <StatusMark kind="failed">{t('bookImport.count.changed')}</StatusMark>
  return (
    <StatusMark kind={known ? 'nothing' : 'done'}>{t(known ? 'bookImport.isThere' : 'bookImport.isNew')}</StatusMark>
  )
}
