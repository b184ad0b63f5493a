import { Group, Stack, Switch, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { setQuietHours } from '../accounts/store.ts'

const usual = { from: '22:00', until: '06:00' }

/** Hours in which nothing is started on schedule. Not part of the form: each change is saved at once. */
export function QuietHours({ account }: { account: Account }) {
  const { t } = useTranslation()
  const act = useAct()
  const saved = account.quiet_hours
  const [hours, setHours] = useState(saved ?? usual)
  const { from, until } = saved ?? usual
  useEffect(() => setHours({ from, until }), [from, until])
  const save = (next: { from: string; until: string } | null) =>
    void act(() => setQuietHours(account.id, next), t('settings.saved'))
  const leave = () => {
    const isChanged = hours.from !== from || hours.until !== until
    if (saved && isChanged && hours.from !== '' && hours.until !== '') save(hours)
  }
  return (
    <Stack gap="sm" role="group" aria-label={t('settings.quiet')}>
      <Switch
        label={t('settings.quiet')}
        description={t('settings.quietHint')}
        checked={saved !== null}
        onChange={(event) => save(event.currentTarget.checked ? hours : null)}
      />
      {saved && (
        <Group gap="sm">
          {(['from', 'until'] as const).map((name) => (
            <TextInput
              key={name}
              type="time"
              w={130}
              label={t(`settings.quietTimes.${name}`)}
              value={hours[name]}
              onChange={(event) => setHours({ ...hours, [name]: event.currentTarget.value })}
              onBlur={leave}
            />
          ))}
        </Group>
      )}
    </Stack>
  )
}
