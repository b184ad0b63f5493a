import { Button, Group, NumberInput, Switch, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useAct } from '../../shared/use-act.ts'
import { loadBooks } from '../books/store.ts'
import type { Ledger } from '../reconciliation/ledger-api.ts'
import { changedProfile, numbers, profileValues, sums, windows } from './profile-values.ts'
import classes from './rules.module.css'

/** The matching profile of a ledger (6.2): windows of days, tolerances, sizes of groups. */
export function MatchingProfile({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation()
  const act = useAct()
  const { precision } = ledger.balance_posted
  const before = profileValues(ledger.profile, precision)
  // What was typed stays when the ledger changes elsewhere; until then its own values are shown.
  const [typed, setValues] = useState<typeof before | null>(null)
  const values = typed ?? before
  const wanted = changedProfile(values, precision, ledger.profile)
  const isChanged = JSON.stringify(values) !== JSON.stringify(before)
  const save = (profile: Readonly<Record<string, unknown>>) =>
    void act(async () => {
      await api.bookWork.changeLedger(ledger.id, { profile, version: ledger.version })
      await loadBooks()
      setValues(null)
    }, t('profile.saved'))
  return (
    <section aria-label={t('profile.title')}>
      <Title order={2} mb={4}>
        {t('profile.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t('profile.text')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted) save(wanted)
        }}
      >
        <div className={classes.profile}>
          {windows.flatMap((name) =>
            ([0, 1] as const).map((end) => (
              <NumberInput
                key={`${name}${end}`}
                size="xs"
                label={t(end === 0 ? 'profile.earliest' : 'profile.latest', { what: t(`profile.${name}`) })}
                allowDecimal={false}
                min={end === 0 ? -365 : 0}
                max={end === 0 ? 0 : 365}
                value={values.windows[name][end]}
                onChange={(value) => {
                  const days = Number(value)
                  const [from, to] = values.windows[name]
                  const span = end === 0 ? ([days, to] as const) : ([from, days] as const)
                  setValues({ ...values, windows: { ...values.windows, [name]: span } })
                }}
              />
            )),
          )}
          {sums.map((name) => (
            <TextInput
              key={name}
              size="xs"
              label={t(`profile.${name}`)}
              inputMode="decimal"
              value={values.sums[name]}
              onChange={(event) =>
                setValues({ ...values, sums: { ...values.sums, [name]: event.currentTarget.value } })
              }
            />
          ))}
          {(Object.keys(numbers) as (keyof typeof numbers)[]).map((name) => (
            <NumberInput
              key={name}
              size="xs"
              label={t(`profile.${name}`)}
              allowDecimal={false}
              min={numbers[name][0]}
              max={numbers[name][1]}
              clampBehavior="strict"
              value={values.numbers[name]}
              onChange={(value) =>
                setValues({ ...values, numbers: { ...values.numbers, [name]: Number(value) || numbers[name][0] } })
              }
            />
          ))}
        </div>
        <Switch
          mt="sm"
          label={t('profile.carryForward')}
          checked={values.carryForward}
          onChange={(event) => setValues({ ...values, carryForward: event.currentTarget.checked })}
        />
        <Group gap="xs" mt="md">
          <Button type="submit" disabled={!isChanged || wanted === null}>
            {t('common.save')}
          </Button>
          {Object.keys(ledger.profile).length > 0 && (
            <Button variant="default" onClick={() => save({})}>
              {t('profile.usual')}
            </Button>
          )}
        </Group>
      </form>
    </section>
  )
}
