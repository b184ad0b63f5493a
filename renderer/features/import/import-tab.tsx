import { Anchor, Button, FileButton, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useAccount } from '../accounts/store.ts'
import { CompletenessStrip } from './completeness-strip.tsx'
import classes from './import.module.css'
import { ImportList } from './import-list.tsx'
import { ImportPreviewView } from './import-preview.tsx'
import { RemovedMovements } from './removed-movements.tsx'
import { SignReadings } from './sign-readings.tsx'
import { chooseFile, useChosenFile } from './store.ts'
import { WatchedFolderForm } from './watched-folder.tsx'

/** Account ▸ Statement files: what is complete, what was imported, and the way to import more. */
export function ImportTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const account = useAccount(accountId)
  const chosen = useChosenFile()
  const chooseButton = useRef<HTMLButtonElement>(null)
  const isChosen = chosen.file !== null && chosen.accountId === accountId
  const wasChosen = useRef(isChosen)
  // Put away or imported, a file leaves the keyboard where the next one is chosen.
  useEffect(() => {
    if (wasChosen.current && !isChosen) chooseButton.current?.focus({ preventScroll: true })
    wasChosen.current = isChosen
  }, [isChosen])
  if (!account) return null
  if (chosen.file && isChosen)
    return (
      <ImportPreviewView
        key={`${chosen.file.name} ${chosen.file.size} ${chosen.file.lastModified}`}
        accountId={accountId}
        file={chosen.file}
      />
    )
  return (
    <div className={classes.page}>
      <div className={classes.choose}>
        <IconFileImport size={28} stroke={1.5} aria-hidden />
        <div>
          <Text fw={600}>{t('fileImport.choose')}</Text>
          <Text size="sm" c="dimmed">
            {t('fileImport.formats')}
          </Text>
        </div>
        <FileButton onChange={(file) => file && chooseFile(accountId, file)}>
          {(props) => (
            <Button {...props} ref={chooseButton} variant={account.by_file ? 'filled' : 'default'}>
              {t('fileImport.chooseButton')}
            </Button>
          )}
        </FileButton>
      </div>
      {!account.configured && (
        <Text size="sm">
          {t('fileImport.notConfigured')}{' '}
          <Anchor component={Link} to={`/accounts/${accountId}/settings`} inherit>
            {t('fileImport.toSettings')}
          </Anchor>
        </Text>
      )}
      <CompletenessStrip key={accountId} accountId={accountId} />
      <ImportList accountId={accountId} />
      <SignReadings of="account" id={accountId} />
      <RemovedMovements accountId={accountId} />
      <WatchedFolderForm accountId={accountId} />
    </div>
  )
}
