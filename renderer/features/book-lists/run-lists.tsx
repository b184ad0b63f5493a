import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { saveFile } from '../../desktop.ts'
import { useAct } from '../../shared/use-act.ts'
import { useLanguage } from '../preferences/language.ts'
import classes from './run-lists.module.css'

const lists = ['items', 'matches', 'gl-only', 'gl-all', 'discrepancies', 'postings'] as const
const formats = ['csv', 'xlsx'] as const

/** Every list of a run as a file; the postings of its closings go to the main accounting system (12.6). */
export function RunLists({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const lang = useLanguage((state) => state.language)
  const save = (list: (typeof lists)[number], format: (typeof formats)[number]) =>
    void act(async () => {
      const blob = await api.bookWork.file(`/reconciliation/runs/${runId}/${list}`, { format, lang })
      await saveFile(`${list}.${format}`, blob.type, blob)
    }, t('list.exported'))
  return (
    <section aria-label={t('runLists.title')}>
      <Title order={2} mb={4}>
        {t('runLists.title')}
      </Title>
      <Text size="sm" mb="xs">
        {t('runLists.text')}
      </Text>
      {lists.map((list) => (
        <div key={list} className={classes.list}>
          <Text size="sm">{t(`runLists.${list}`)}</Text>
          <Group gap={4}>
            {formats.map((format) => (
              <Button
                key={format}
                variant="subtle"
                size="compact-xs"
                aria-label={t('runLists.save', { what: t(`runLists.${list}`), format: format.toUpperCase() })}
                onClick={() => save(list, format)}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </Group>
        </div>
      ))}
    </section>
  )
}
