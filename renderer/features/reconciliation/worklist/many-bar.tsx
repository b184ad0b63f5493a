import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { plural } from '../../../shared/plural.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { clearMarks } from './marks.ts'
import classes from './queue.module.css'
import type { Many } from './use-many.tsx'

/** What is marked and can be decided together, or what was just accepted together and can be taken back. */
export function ManyBar({ many }: { many: Many }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { marked, last } = many
  if (marked.length > 0)
    return (
      <Group className={classes.many ?? ''} role="status" gap="xs">
        <Text size="sm" flex={1}>
          {t('many.marked', plural(marked.length, number))}
        </Text>
        <Button size="compact-sm" onClick={many.accept}>
          {t('worklist.accept')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={many.reject}>
          {t('worklist.reject')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={clearMarks}>
          {t('many.unmark')}
        </Button>
      </Group>
    )
  if (last === null) return null
  return (
    <Group className={classes.many ?? ''} role="status" gap="xs">
      <Text size="sm" flex={1}>
        {t('many.accepted', plural(last.accepted, number))}
        {last.refused.length > 0 && ` · ${t('many.refused', plural(last.refused.length, number))}`}
      </Text>
      {last.accepted > 0 && (
        <Button size="compact-sm" variant="default" onClick={many.undoAll}>
          {t('many.undoAll')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={many.dismiss}>
        {t('common.close')}
      </Button>
    </Group>
  )
}
