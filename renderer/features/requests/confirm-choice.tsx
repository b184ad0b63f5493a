import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { TFunction } from 'i18next'
import type { Candidate } from '../../api-types.ts'

/** A movement that does not fit is chosen only on purpose. */
export const confirmChoice = (t: TFunction, candidate: Candidate, onConfirm: () => void): void =>
  void modals.openConfirmModal({
    title: t('requests.chooseAnywayTitle'),
    children: <Text size="sm">{t('requests.chooseAnyway', { reason: t(`reason.${candidate.reason}`) })}</Text>,
    labels: { confirm: t('requests.choose'), cancel: t('common.cancel') },
    onConfirm,
  })
