import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { RunDetail } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './diagnostics.module.css'
import { trailLines } from './report-text.ts'

/** What was noted on the way, folded: a reader wants it last. */
export function Trail({ events }: { events: NonNullable<RunDetail['report']>['trail'] }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [opened, { toggle }] = useDisclosure()
  return (
    <section className={classes.part} aria-label={t('diagnostics.trail')}>
      <Button variant="default" onClick={toggle} aria-expanded={opened}>
        {t(opened ? 'diagnostics.hideTrail' : 'diagnostics.showTrail', plural(events.length, number))}
      </Button>
      <Collapse expanded={opened} transitionDuration={120}>
        <div className={classes.trail}>
          <CodeBlock label={t('diagnostics.trail')}>{trailLines(events).join('\n')}</CodeBlock>
        </div>
      </Collapse>
    </section>
  )
}
