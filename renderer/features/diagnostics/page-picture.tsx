import { Button, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../shared/use-act.ts'
import classes from './diagnostics.module.css'
import { pictureAddress } from './store.ts'

/** The bank's page at the failure. Opened only when asked for, gone with the panel. */
export function PagePicture({ accountId, runId }: { accountId: string; runId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const [address, setAddress] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => (address === null ? undefined : () => URL.revokeObjectURL(address)), [address])
  const show = async () => {
    setBusy(true)
    await act(async () => setAddress(await pictureAddress(accountId, runId)))
    setBusy(false)
  }
  return (
    <>
      {address === null ? (
        <Button variant="default" leftSection={<IconPhoto size={14} />} onClick={() => void show()} loading={busy}>
          {t('diagnostics.showPicture')}
        </Button>
      ) : (
        <img className={classes.picture} src={address} alt={t('diagnostics.picture')} />
      )}
      <Text size="xs" c="dimmed" mt={6}>
        {t('diagnostics.pictureText')}
      </Text>
    </>
  )
}
