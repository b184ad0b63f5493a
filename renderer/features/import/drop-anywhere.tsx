import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFileDrop } from '../../shared/use-file-drop.ts'
import classes from './import.module.css'
import { chooseFile } from './store.ts'

/** A file dropped anywhere on an account's page leads to its preview. */
export function DropAnywhere({ accountId, name }: { accountId: string; name: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isOver = useFileDrop((file) => {
    chooseFile(accountId, file)
    void navigate(`/accounts/${accountId}/import`)
  })
  if (!isOver) return null
  return <div className={classes.drop}>{t('fileImport.dropHere', { name })}</div>
}
