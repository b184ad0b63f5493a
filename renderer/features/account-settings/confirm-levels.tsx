import { Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { TFunction } from 'i18next'
import type { Replay } from '../../api-types.ts'
import { areLevelsChanged, foundOf, levelsOf, practise, usePractice } from './practice.ts'
import { ReplayResult } from './replay-result.tsx'
import type { SettingsForm } from './use-settings-form.ts'

const ask = (t: TFunction, found: Replay): Promise<boolean> =>
  new Promise((answer) =>
    modals.openConfirmModal({
      title: t('rules.confirmTitle'),
      children: (
        <Stack gap="sm">
          <Text size="sm">{t('rules.confirmText')}</Text>
          <ReplayResult found={found} />
        </Stack>
      ),
      labels: { confirm: t('common.save'), cancel: t('common.cancel') },
      onConfirm: () => answer(true),
      onClose: () => answer(false),
    }),
  )

/**
 * Before levels are changed the person sees what they would have decided otherwise: answers at once when that stands on
 * the screen already or when nothing would have been. Throws what kept the past from being read.
 */
export async function confirmLevels(t: TFunction, accountId: string, form: SettingsForm): Promise<boolean> {
  const input = levelsOf(form)
  if (!areLevelsChanged(form) || foundOf(usePractice.getState().tried, accountId, input)) return true
  const found = await practise(accountId, input)
  return found.changed === 0 || ask(t, found)
}
