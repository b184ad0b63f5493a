import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { Gate } from './features/session/gate.tsx'
import classes from './features/shell/shell.module.css'
import { createRoutes } from './routes.tsx'
import { nameClosers, resolveVariables, theme } from './theme.ts'

export function App() {
  const router = useMemo(createRoutes, [])
  const { t } = useTranslation()
  const named = useMemo(
    () => mergeThemeOverrides(theme, nameClosers(t('common.closeDialog'), t('common.hideMessage'))),
    [t],
  )
  return (
    <MantineProvider theme={named} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <Notifications
        position="bottom-center"
        classNames={{ root: classes.messages ?? '' }}
        transitionDuration={120}
        containerWidth={380}
        limit={3}
      />
      <ModalsProvider>
        <Gate>
          {/* What a key leads to is there before the next key is read: no transitions. */}
          <RouterProvider router={router} useTransitions={false} />
        </Gate>
      </ModalsProvider>
    </MantineProvider>
  )
}
