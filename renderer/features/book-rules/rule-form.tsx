import { Alert, Group, Select, Skeleton, Stack, Switch, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormButtons } from '../../shared/ui/form-buttons.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import type { Rule } from '../book-lists/books-api.ts'
import { ruleDetails, rulesChanged } from '../book-lists/store.ts'
import { ledgerName, useBooks } from '../books/store.ts'
import { minorOf } from '../reconciliation/amounts.ts'
import type { Ledger } from '../reconciliation/ledger-api.ts'
import { withPosting } from '../reconciliation/worklist/closing-reasons.ts'
import { RulePreview } from './rule-preview.tsx'
import { conditionsIn, conditionsOf, emptyRule, precisionIn, ruleInput, valuesOf } from './rule-words.ts'

/** Writes a rule or changes one; what it would match stands beneath while it is written. */
export function RuleForm({ ruleId, onClose }: { ruleId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const ledgers = useBooks((state) => state.ledgers)
  return (
    <Dialog opened onClose={onClose} title={t(ruleId === null ? 'bookRules.add' : 'bookRules.edit')} size="lg">
      {ledgers === null ? (
        <Skeleton height={240} />
      ) : ruleId === null ? (
        <Form rule={null} ledgers={ledgers} onClose={onClose} />
      ) : (
        <Known id={ruleId} ledgers={ledgers} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Known({ id, ledgers, onClose }: { id: string; ledgers: readonly Ledger[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(ruleDetails, id)
  if (data) return <Form rule={data} ledgers={ledgers} onClose={onClose} />
  if (failure)
    return (
      <LoadFailure what={t('bookRules.oneNotLoaded')} failure={failure} onRetry={() => void ruleDetails.load(id)} />
    )
  return <Skeleton height={240} />
}

function Form({ rule, ledgers, onClose }: { rule: Rule | null; ledgers: readonly Ledger[]; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const kept = rule ? conditionsOf(rule) : {}
  const form = useForm({
    initialValues: rule
      ? valuesOf(rule, precisionIn(ledgers, rule.ledger_id, rule.action.ledger_id))
      : { ...emptyRule, ledger: ledgers.find(({ is_reconcilable: is }) => is)?.id ?? '' },
    validate: {
      target: (value, { ledger }) =>
        value === '' ? t('books.ledgerRequired') : value === ledger ? t('books.otherRequired') : null,
      from: (value) => (value.trim() === '' || minorOf(value, precision) !== null ? null : t('books.amountRequired')),
      to: (value) => (value.trim() === '' || minorOf(value, precision) !== null ? null : t('books.amountRequired')),
      below: (value, { unattended }) =>
        !unattended || (minorOf(value, precision) ?? '0') > '0' ? null : t('books.amountRequired'),
    },
  })
  const { values } = form
  const precision = precisionIn(ledgers, values.ledger || null, values.target)
  const conditions = conditionsIn(values, precision, kept)
  const isEmpty = Object.keys(conditions).length === 0
  const submit = form.onSubmit(async (given) => {
    setBusy(true)
    setFailure(null)
    try {
      const input = ruleInput(given, precision, kept)
      if (rule) await api.bookWork.changeRule(rule.id, { ...input, version: rule.version })
      else await api.bookWork.addRule(input)
      rulesChanged()
      onClose()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  const own = ledgers.filter(({ is_reconcilable: is }) => is)
  const targets = ledgers.filter(({ active, direct_booking: direct }) => active && direct)
  const choice = (ledger: Ledger) => ({ value: ledger.id, label: ledgerName(ledger) })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureText(failure)}
          </Alert>
        )}
        <Group grow align="flex-start" wrap="nowrap">
          <Select
            label={t('bookRules.form.ledger')}
            data={[{ value: '', label: t('bookRules.anyLedger') }, ...own.map(choice)]}
            allowDeselect={false}
            {...form.getInputProps('ledger')}
          />
          <Select
            label={t('books.direction')}
            data={[
              { value: '', label: t('bookRules.form.both') },
              { value: 'credit', label: t('books.in') },
              { value: 'debit', label: t('books.out') },
            ]}
            allowDeselect={false}
            {...form.getInputProps('direction')}
          />
        </Group>
        <TagsInput
          label={t('bookRules.form.contains')}
          description={t('bookRules.form.containsHint')}
          maxTags={20}
          data-autofocus
          acceptValueOnBlur
          {...form.getInputProps('contains')}
        />
        <TagsInput
          label={t('bookRules.form.without')}
          maxTags={20}
          acceptValueOnBlur
          {...form.getInputProps('without')}
        />
        <Group grow align="flex-start" wrap="nowrap">
          <TextInput label={t('bookRules.form.from')} inputMode="decimal" {...form.getInputProps('from')} />
          <TextInput label={t('bookRules.form.to')} inputMode="decimal" {...form.getInputProps('to')} />
          <TextInput label={t('bookRules.form.account')} maxLength={50} {...form.getInputProps('account')} />
        </Group>
        <Group grow align="flex-start" wrap="nowrap">
          <TextInput
            label={t('bookRules.form.pattern')}
            description={t('bookRules.form.patternHint')}
            maxLength={120}
            {...form.getInputProps('pattern')}
          />
          <TextInput
            label={t('bookRules.form.code')}
            description={t('bookRules.form.codeHint')}
            maxLength={100}
            {...form.getInputProps('code')}
          />
        </Group>
        <RulePreview ledgerId={values.ledger || null} conditions={isEmpty ? null : conditions} />
        <Group grow align="flex-start" wrap="nowrap">
          <Select
            label={t('bookRules.form.target')}
            data={targets.map(choice)}
            searchable
            required
            {...form.getInputProps('target')}
            onChange={(value) => form.setFieldValue('target', value ?? '')}
          />
          <Select
            label={t('worklist.reason')}
            data={withPosting.map((value) => ({ value, label: t(`worklist.reasons.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('reason')}
          />
        </Group>
        <Switch
          label={t('bookRules.form.unattended')}
          description={t('bookRules.form.unattendedHint')}
          {...form.getInputProps('unattended', { type: 'checkbox' })}
        />
        {values.unattended && (
          <TextInput label={t('bookRules.form.below')} inputMode="decimal" w={200} {...form.getInputProps('below')} />
        )}
        <FormButtons onCancel={onClose} busy={busy} disabled={isEmpty} />
      </Stack>
    </form>
  )
}
