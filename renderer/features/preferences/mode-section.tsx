import { Button, Code, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mode } from '../../api-types.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { PreferenceSection } from './preference-section.tsx'
import classes from './preferences.module.css'

interface Props {
  mode: Mode
  onSwitch: (mode: Mode) => Promise<boolean>
}

/** The mode of all accounts. A switch deletes history, so it asks for the new mode's name (spec 1.20, appendix B 17). */
export function ModeSection({ mode, onSwitch }: Props) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const other: Mode = mode === 'reconcile' ? 'passthrough' : 'reconcile'
  const word = t(`mode.${other}`)
  const leave = () => {
    setTyped('')
    close()
  }
  return (
    <PreferenceSection title={t('preferences.mode')} text={t('preferences.modeText')}>
      <div className={classes.row}>
        <div>
          <Text size="sm" fw={600}>
            {t(`mode.${mode}`)}
          </Text>
          <Text size="sm" c="dimmed" maw={420}>
            {t(`session.modes.${mode}.what`)}
          </Text>
        </div>
        <Button variant="default" onClick={open}>
          {t('preferences.switchTo', { mode: word })}
        </Button>
      </div>
      <Dialog opened={opened} onClose={leave} title={t('preferences.switchTitle', { mode: word })}>
        <Stack gap="sm">
          <Text size="sm">{t('preferences.switchWarning')}</Text>
          <List size="sm" spacing={2}>
            {(['movements', 'requests', 'matches', 'deliveries'] as const).map((what) => (
              <List.Item key={what}>{t(`preferences.erased.${what}`)}</List.Item>
            ))}
          </List>
          <Text size="sm">{t('preferences.switchKept')}</Text>
          <Text size="sm">
            {t('preferences.switchType')} <Code>{word}</Code>
          </Text>
          <TextInput
            aria-label={t('preferences.switchTypeLabel')}
            data-autofocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button
              color="red"
              disabled={typed.trim() !== word}
              loading={busy}
              onClick={async () => {
                setBusy(true)
                const done = await onSwitch(other)
                setBusy(false)
                if (done) leave()
              }}
            >
              {t('preferences.switchNow')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </PreferenceSection>
  )
}
