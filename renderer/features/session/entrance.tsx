import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import icon from '../../icon.svg'
import { LanguageSwitch } from '../preferences/language-switch.tsx'
import { ThemeSwitch } from '../preferences/theme-switch.tsx'
import classes from './entrance.module.css'

interface Props {
  title: string
  text: string
  wide?: boolean
  children: ReactNode
}

/** The sheet that stands before the program: first run, sign-in, choice of mode. Language and theme are in reach. */
export function Entrance({ title, text, wide = false, children }: Props) {
  return (
    <Box className={classes.page}>
      <Group className={classes.corner} gap="xs">
        <LanguageSwitch />
        <ThemeSwitch />
      </Group>
      <Paper component="main" className={classes.sheet} data-wide={wide || undefined}>
        <Stack gap="lg">
          <Group gap="sm">
            <img src={icon} alt="" width={28} height={28} />
            <Text fw={600} size="lg">
              Reconbanker
            </Text>
          </Group>
          <Stack gap={4}>
            <Title order={1}>{title}</Title>
            <Text c="dimmed" size="sm">
              {text}
            </Text>
          </Stack>
          {children}
        </Stack>
      </Paper>
    </Box>
  )
}
