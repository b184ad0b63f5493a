import { Badge, Button, Group, List, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mode } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import classes from './entrance.module.css'
import { Entrance } from './entrance.tsx'

const modes: readonly Mode[] = ['reconcile', 'passthrough']

/** Without a mode nothing is polled, matched or sent, so the choice stands in the way until it is made (spec 1.1). */
export function ModeChoice({ onChoose }: { onChoose: (mode: Mode) => Promise<void> }) {
  const { t } = useTranslation()
  const act = useAct()
  const [chosen, setChosen] = useState<Mode>('reconcile')
  const [busy, setBusy] = useState(false)
  return (
    <Entrance wide title={t('session.modeTitle')} text={t('session.modeText')}>
      <Radio.Group aria-label={t('session.modeTitle')} value={chosen} onChange={(mode) => setChosen(mode as Mode)}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {modes.map((mode) => (
            <Radio.Card key={mode} value={mode} className={classes.card} aria-label={t(`mode.${mode}`)}>
              <Group gap="sm" wrap="nowrap">
                <Radio.Indicator />
                <Text fw={600} flex={1}>
                  {t(`mode.${mode}`)}
                </Text>
                {mode === 'reconcile' && <Badge variant="light">{t('session.recommended')}</Badge>}
              </Group>
              <Text size="sm">{t(`session.modes.${mode}.what`)}</Text>
              <List size="sm" c="dimmed" spacing={4}>
                <List.Item>{t(`session.modes.${mode}.needs`)}</List.Item>
                <List.Item>{t(`session.modes.${mode}.sends`)}</List.Item>
                <List.Item>{t(`session.modes.${mode}.example`)}</List.Item>
              </List>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Stack gap="xs" align="flex-start">
        <Button
          size="sm"
          loading={busy}
          onClick={async () => {
            setBusy(true)
            if (!(await act(() => onChoose(chosen)))) setBusy(false)
          }}
        >
          {t('session.continueWith', { mode: t(`mode.${chosen}`) })}
        </Button>
        <Text size="xs" c="dimmed">
          {t('session.modeLater')}
        </Text>
      </Stack>
    </Entrance>
  )
}
