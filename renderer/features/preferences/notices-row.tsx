import { Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDesktop } from '../../desktop.ts'
import { areNoticesOn, switchNotices } from '../inbox/notices.ts'

/** In a browser a person asks for notices; on the desktop the operating system has the switch. */
export function NoticesRow() {
  const { t } = useTranslation()
  const [isOn, setOn] = useState(areNoticesOn)
  if (isDesktop() || !('Notification' in window)) return null
  const change = async (isWanted: boolean) => {
    const isDone = await switchNotices(isWanted)
    setOn(isDone && isWanted)
    if (!isDone)
      notifications.show({ message: t('preferences.noticesRefused'), color: 'red', withBorder: true, role: 'alert' })
  }
  return (
    <Switch
      label={t('preferences.notices')}
      description={t('preferences.noticesHint')}
      checked={isOn}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  )
}
