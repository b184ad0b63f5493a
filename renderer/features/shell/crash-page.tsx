import { Button, Center, Code, CopyButton, Group, Spoiler, Stack, Text, Title } from '@mantine/core'
import { IconMapPinOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRouteError } from 'react-router'
import { Nothing } from '../../shared/ui/states.tsx'

/** A bug reached the screen: what can be done now, and the technical text to copy. The data is not touched by it. */
export function CrashPage() {
  const { t } = useTranslation()
  const error = useRouteError()
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return (
    <Center mih="100vh" p="lg">
      <Stack maw={560} gap="sm">
        <Title order={1}>{t('crash.title')}</Title>
        <Text size="sm">{t('crash.text')}</Text>
        <Group gap="xs">
          <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('common.copied') : t('crash.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Spoiler maxHeight={0} showLabel={t('common.details')} hideLabel={t('common.hideDetails')} fz="xs">
          <Code block>{text}</Code>
        </Spoiler>
      </Stack>
    </Center>
  )
}

export function NoSuchPlace() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Nothing
      icon={<IconMapPinOff size={28} stroke={1.5} />}
      title={t('crash.noPlace')}
      text={t('crash.noPlaceText')}
      action={
        <Button variant="default" onClick={() => void navigate('/accounts')}>
          {t('accounts.toList')}
        </Button>
      }
    />
  )
}
