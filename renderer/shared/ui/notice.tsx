import { Button, Code, Collapse, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './notice.module.css'

interface Props {
  tone: 'good' | 'bad' | 'ask'
  title: string
  children: ReactNode
  actions?: ReactNode
  /** Technical text: folds out and can be copied. */
  detail?: string
}

/** Something went well, went wrong or waits: what, why, what now. */
export function Notice({ tone, title, children, actions, detail = '' }: Props) {
  const { t } = useTranslation()
  const [opened, { toggle }] = useDisclosure()
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'note'}>
      <Stack gap="xs">
        <div>
          <Text fw={600} size="sm">
            {title}
          </Text>
          <Text size="sm" component="div">
            {children}
          </Text>
        </div>
        {(Boolean(actions) || detail !== '') && (
          <Group gap="xs">
            {actions}
            {detail !== '' && (
              <Button variant="subtle" onClick={toggle} aria-expanded={opened}>
                {opened ? t('common.hideDetails') : t('common.details')}
              </Button>
            )}
          </Group>
        )}
        {detail !== '' && (
          <Collapse expanded={opened} transitionDuration={120}>
            <Code block className={classes.detail}>
              {detail}
            </Code>
          </Collapse>
        )}
      </Stack>
    </div>
  )
}
