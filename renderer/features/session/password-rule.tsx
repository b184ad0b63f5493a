import { Group, Progress, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { nextRule, ruleCount, rulesMet } from './password-rules.ts'

/** The next rule that the password does not meet yet, one at a time, and how far it has come. */
export function PasswordRuleLine({ password }: { password: string }) {
  const { t } = useTranslation()
  const rule = nextRule(password)
  return (
    <Stack gap={4} aria-live="polite">
      <Progress.Root size={3}>
        <Progress.Section value={(rulesMet(password) / ruleCount) * 100} aria-hidden />
      </Progress.Root>
      <Group gap={4} c="dimmed" fz="xs">
        {rule === null && <IconCheck size={14} aria-hidden />}
        <Text inherit>
          {rule === null ? t('session.rules.met') : t(`session.rules.${rule}`, { count: password.length })}
        </Text>
      </Group>
    </Stack>
  )
}
