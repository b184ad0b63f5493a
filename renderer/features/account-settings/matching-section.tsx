import { Button, Group, Slider, Switch, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { acceptanceRange, marginRange } from '../../../main/core/matching/assignment/limits.ts'
import { acceptance, margin } from '../../../main/core/matching/names/limits.ts'
import type { Account } from '../../api-types.ts'
import { Aliases } from './aliases.tsx'
import type { Completeness } from './check.ts'
import { ReplayLine } from './replay-line.tsx'
import { Section } from './section.tsx'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

interface Props {
  form: SettingsForm
  account: Account
  completeness: Completeness
}

/** How sure the program must be, tried on the past before it is changed, and the payers it has learned. */
export function MatchingSection({ form, account, completeness }: Props) {
  const { t } = useTranslation()
  return (
    <Section name="matching" completeness={completeness} example={<ReplayLine accountId={account.id} form={form} />}>
      <Switch
        label={t('rules.withoutSender')}
        description={t('rules.withoutSenderHint')}
        {...form.getInputProps('match_without_sender', { type: 'checkbox' })}
      />
      <TextInput
        label={t('rules.tolerance')}
        description={t('rules.toleranceHint')}
        placeholder="0.50"
        inputMode="decimal"
        styles={{ wrapper: { maxWidth: 140 } }}
        {...form.getInputProps('near_amount_tolerance')}
      />
      <Level form={form} name="match_acceptance" range={acceptanceRange} usual={acceptance} words="acceptance" />
      <Level form={form} name="match_margin" range={marginRange} usual={margin} words="margin" />
      <Aliases accountId={account.id} />
    </Section>
  )
}

interface LevelProps {
  form: SettingsForm
  name: 'match_acceptance' | 'match_margin'
  range: { readonly least: number; readonly most: number }
  usual: number
  words: 'acceptance' | 'margin'
}

function Level({ form, name, range, usual, words }: LevelProps) {
  const { t } = useTranslation()
  const value = form.getValues()[name]
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {t(`rules.${words}`)}
        </Text>
        <Group gap="xs" className={classes.levelValue}>
          <Text size="sm">
            {percent(value ?? usual)}
            {value === null && ` · ${t('rules.usual')}`}
          </Text>
          {value !== null && (
            <Button variant="subtle" size="compact-xs" onClick={() => form.setFieldValue(name, null)}>
              {t('rules.back')}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t(`rules.${words}Hint`)}
      </Text>
      <Slider
        mt={6}
        min={range.least}
        max={range.most}
        step={0.01}
        label={percent}
        thumbLabel={t(`rules.${words}`)}
        value={value ?? usual}
        onChange={(next) => form.setFieldValue(name, next)}
      />
    </div>
  )
}
