import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { PreferenceSection } from '../preferences/preference-section.tsx'
import { useSession } from '../session/store.ts'
import { SetUp } from './set-up.tsx'
import { SwitchOff } from './switch-off.tsx'

/** The second step of the sign-in: off, or on with ten backup codes. */
export function SecuritySection() {
  const { t } = useTranslation()
  const isOn = useSession((state) => state.me?.totp_enabled ?? false)
  const [open, setOpen] = useState<'set-up' | 'switch-off' | null>(null)
  const close = () => setOpen(null)
  return (
    <PreferenceSection title={t('secondFactor.title')} text={t('secondFactor.text')}>
      <Text size="sm" component="div">
        <StatusMark kind={isOn ? 'done' : 'nothing'}>{t(isOn ? 'secondFactor.on' : 'secondFactor.off')}</StatusMark>
      </Text>
      <div>
        <Button variant="default" onClick={() => setOpen(isOn ? 'switch-off' : 'set-up')}>
          {t(isOn ? 'secondFactor.switchOff' : 'secondFactor.setUp')}
        </Button>
      </div>
      {open === 'set-up' && <SetUp onClose={close} />}
      {open === 'switch-off' && <SwitchOff onClose={close} />}
    </PreferenceSection>
  )
}
