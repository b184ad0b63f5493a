import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './preferences.module.css'

export function PreferenceSection({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
