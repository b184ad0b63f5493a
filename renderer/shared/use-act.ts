import { notifications } from '@mantine/notifications'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure } from './failure.ts'
import { failureText } from './failure-text.ts'

/**
 * Carries out an intention: says `done` when it succeeded and why when it did not. Answers whether it succeeded.
 */
export function useAct(): (action: () => Promise<unknown>, done?: string) => Promise<boolean> {
  const { i18n } = useTranslation()
  const said = useRef<string | null>(null)
  return useCallback(
    async (action, done) => {
      try {
        await action()
        if (done === undefined) return true
        // One at a time: what was done before is known, and a second message would only cover more of the place.
        if (said.current !== null) notifications.hide(said.current)
        said.current = notifications.show({ message: done, withBorder: true, autoClose: 3000 })
        return true
      } catch (error) {
        notifications.show({
          title: i18n.t('common.failed'),
          message: failureText(i18n, asFailure(error)),
          color: 'red',
          withBorder: true,
          autoClose: 8000,
          role: 'alert',
        })
        return false
      }
    },
    [i18n],
  )
}
