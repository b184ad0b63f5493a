import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followRefusals } from './features/session/store.ts'
import { followPerson } from './features/shell/follow-person.ts'
import { startTexts } from './i18n/index.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')

await startTexts()
followRefusals()
followPerson()
createRoot(root).render(<App />)
