import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import { BankWindow } from '../../../renderer/features/bank-window/bank-window.tsx'
import { CodeBoxes } from '../../../renderer/features/bank-window/code-boxes.tsx'
import { changeLanguage, startTexts } from '../../../renderer/i18n/index.ts'
import { resolveVariables, theme } from '../../../renderer/theme.ts'

/** The component alone, told by the address what to show: `?account=…&theme=dark&language=es&code=6`. */
const asked = new URLSearchParams(location.search)
const codeLength = Number(asked.get('code') ?? 0)
const sent: string[] = []
Object.assign(window, { sentCodes: sent })

await startTexts()
await changeLanguage(asked.get('language') === 'es' ? 'es' : 'en')
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    forceColorScheme={asked.get('theme') === 'dark' ? 'dark' : 'light'}
  >
    <Notifications />
    <div style={{ display: 'flex', flexDirection: 'column', height: '100vh', padding: 16, boxSizing: 'border-box' }}>
      <div style={{ flex: 1, minHeight: 0 }}>
        <BankWindow accountId={asked.get('account') ?? ''} />
      </div>
      {codeLength > 0 && (
        <CodeBoxes
          length={codeLength}
          type={asked.get('type') === 'alphanumeric' ? 'alphanumeric' : 'numeric'}
          secondsLeft={Number(asked.get('left') ?? 95)}
          onComplete={async (code) => {
            sent.push(code)
            if (code === '000000') throw new Error('refused')
          }}
        />
      )}
    </div>
  </MantineProvider>,
)
