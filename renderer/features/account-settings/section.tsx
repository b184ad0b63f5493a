import { Group, Text, Title } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Completeness } from './check.ts'
import type { SectionName } from './form.ts'
import { sectionId } from './reveal.ts'
import classes from './settings.module.css'

interface Props {
  name: SectionName
  completeness: Completeness
  /** An example of what goes out or must come in, beside the fields. */
  example?: ReactNode
  children: ReactNode
}

/** A part of the settings: what it is for in a sentence, its fields, an example beside them. */
export function Section({ name, completeness, example, children }: Props) {
  const { t } = useTranslation()
  return (
    <section
      id={sectionId(name)}
      className={classes.section}
      aria-labelledby={`${sectionId(name)}-title`}
      tabIndex={-1}
    >
      <Group gap="sm">
        <Title order={2} id={`${sectionId(name)}-title`}>
          {t(`settings.section.${name}`)}
        </Title>
        <CompletenessMark completeness={completeness} />
      </Group>
      <Text size="sm" c="dimmed" maw={620}>
        {t(`settings.about.${name}`)}
      </Text>
      <div className={classes.columns}>
        <div className={classes.fields}>{children}</div>
        {example === undefined ? null : <div className={classes.example}>{example}</div>}
      </div>
    </section>
  )
}

export function CompletenessMark({ completeness, short = false }: { completeness: Completeness; short?: boolean }) {
  const { t } = useTranslation()
  if (completeness === 'optional') return null
  const complete = completeness === 'complete'
  const Icon = complete ? IconCheck : IconCircleDashed
  const words = complete ? t('settings.complete') : t('settings.incomplete')
  return (
    <Group gap={4} wrap="nowrap" c={complete ? 'var(--good)' : 'var(--ask)'} fz="xs">
      <Icon size={14} aria-label={short ? words : undefined} aria-hidden={!short} />
      {short ? null : words}
    </Group>
  )
}
