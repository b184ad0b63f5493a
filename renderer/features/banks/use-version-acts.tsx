import { Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import type { ScriptReview } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { changeScript } from './store.ts'
import { useAccountName } from './use-account-name.ts'

/** Activate, take out of use, use again: each says first what follows from it. */
export function useVersionActs({ script, against }: ScriptReview) {
  const { t } = useTranslation()
  const act = useAct()
  const accountName = useAccountName()
  const { id, version } = script
  const other = against?.version ?? t('scripts.nothing')

  const activate = () =>
    modals.openConfirmModal({
      title: t('scripts.activateTitle', { version }),
      children: (
        <Stack gap="xs">
          <Text size="sm">
            {script.account_id === null
              ? t('scripts.activateAll', { against: other })
              : t('scripts.activateOne', { account: accountName(script.account_id), against: other })}
          </Text>
          {against?.origin === 'user' && <Text size="sm">{t('scripts.undoHint')}</Text>}
        </Stack>
      ),
      labels: { confirm: t('scripts.activate'), cancel: t('common.cancel') },
      onConfirm: () => void act(() => changeScript(id, 'promote'), t('scripts.activated', { version })),
    })

  const deprecate = () =>
    modals.openConfirmModal({
      title: t('scripts.deprecateTitle', { version }),
      children: (
        <Text size="sm">
          {script.status !== 'active'
            ? t('scripts.deprecateIdle')
            : against
              ? t('scripts.deprecateActive', { against: other })
              : t('scripts.deprecateActiveAlone')}
        </Text>
      ),
      labels: { confirm: t('scripts.deprecate'), cancel: t('common.cancel') },
      onConfirm: () => void act(() => changeScript(id, 'deprecate'), t('scripts.deprecated', { version })),
    })

  const reopen = () => void act(() => changeScript(id, 'reopen'), t('scripts.reopened', { version }))
  return { activate, deprecate, reopen }
}
