import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { RouterProvider } from 'react-router/dom'
import { Gate } from './features/session/gate.tsx'
import { createRoutes } from './routes.tsx'
import { resolveVariables, theme } from './theme.ts'

export function App() {
  const router = useMemo(createRoutes, [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <Notifications position="bottom-center" transitionDuration={120} containerWidth={380} limit={3} />
      <ModalsProvider>
        <Gate>
          {/* What a key leads to is there before the next key is read: no transitions. */}
          <RouterProvider router={router} useTransitions={false} />
        </Gate>
      </ModalsProvider>
    </MantineProvider>
  )
}
