import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** One click between light and dark; the settings page also offers "as the system". */
export function ThemeSwitch() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const system = useColorScheme()
  const dark = (colorScheme === 'auto' ? system : colorScheme) === 'dark'
  const label = dark ? t('preferences.toLight') : t('preferences.toDark')
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(dark ? 'light' : 'dark')} size="lg">
        {dark ? <IconSun size={16} /> : <IconMoon size={16} />}
      </ActionIcon>
    </Tooltip>
  )
}
