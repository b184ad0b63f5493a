import { Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { isDesktop } from '../../desktop.ts'
import { switchNotices, useNotices } from '../inbox/notices.ts'

/** In a browser a person asks for notices; on the desktop the operating system has the switch. */
export function NoticesRow() {
  const { t } = useTranslation()
  const isOn = useNotices((state) => state.isOn)
  if (isDesktop() || !('Notification' in window)) return null
  const change = async (isWanted: boolean) => {
    if (!(await switchNotices(isWanted)))
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
