import { Group, Text } from '@mantine/core'
import {
  IconCheck,
  IconClock,
  IconDots,
  IconExclamationMark,
  IconMinus,
  IconPlayerPause,
  IconQuestionMark,
  IconRefresh,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './status-mark.module.css'

const icons = {
  done: IconCheck,
  ask: IconQuestionMark,
  nothing: IconMinus,
  late: IconClock,
  ended: IconX,
  failed: IconExclamationMark,
  waiting: IconDots,
  working: IconRefresh,
  paused: IconPlayerPause,
}

export type MarkKind = keyof typeof icons

const tones: Record<MarkKind, 'good' | 'ask' | 'bad' | 'quiet'> = {
  done: 'good',
  ask: 'ask',
  nothing: 'quiet',
  late: 'quiet',
  ended: 'quiet',
  failed: 'bad',
  waiting: 'quiet',
  working: 'quiet',
  paused: 'quiet',
}

/** A status: always a mark and a word, so that no meaning hangs on a colour. */
export function StatusMark({ kind, children }: { kind: MarkKind; children: ReactNode }) {
  const Icon = icons[kind]
  return (
    <Group gap={6} wrap="nowrap" className={classes.status} data-tone={tones[kind]}>
      <span className={classes.mark} aria-hidden>
        <Icon size={12} stroke={2.5} />
      </span>
      <Text span inherit truncate>
        {children}
      </Text>
    </Group>
  )
}
