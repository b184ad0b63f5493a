import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { useCommands } from '../../shared/commands.ts'
import { useFileDrop } from '../../shared/use-file-drop.ts'
import { useImport } from '../reconciliation/import/store.ts'
import classes from './books.module.css'
import { JournalForm } from './journal-form.tsx'
import { LedgerForm } from './ledger-form.tsx'
import { MovementRunForm } from './movement-run-form.tsx'
import { loadBooks, useBooks } from './store.ts'
import { useDialog } from './use-dialog.ts'

const ImportDialog = lazy(() =>
  import('../reconciliation/import/import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })),
)

const GeneralLedgerDialog = lazy(() =>
  import('../book-import/general-ledger-dialog.tsx').then(({ GeneralLedgerDialog }) => ({
    default: GeneralLedgerDialog,
  })),
)
const RuleForm = lazy(() => import('../book-rules/rule-form.tsx').then(({ RuleForm }) => ({ default: RuleForm })))

/** What every page of the books has: the dialogs, and a statement may be dropped anywhere. */
export function BooksLayout() {
  const { t } = useTranslation()
  const dialog = useDialog()
  const hasAccounts = useBooks(({ accounts }) => (accounts?.length ?? 0) > 0)
  useEffect(() => void loadBooks(), [])
  const isOver = useFileDrop((file) => {
    useImport.setState({ file })
    dialog.show('import')
  })
  useCommands([
    { id: 'books.ledger', label: t('books.addLedger'), run: () => dialog.show('ledger') },
    { id: 'books.journal', label: t('books.addJournal'), run: () => dialog.show('journal') },
    ...(hasAccounts
      ? [
          { id: 'books.import', label: t('books.import'), key: 'i', run: () => dialog.show('import') },
          { id: 'books.movements', label: t('movementRun.title'), run: () => dialog.show('movements') },
          { id: 'books.generalLedger', label: t('bookImport.title'), run: () => dialog.show('general-ledger') },
          { id: 'books.rule', label: t('bookRules.add'), run: () => dialog.show('rule') },
        ]
      : []),
  ])
  const close = () => dialog.show(null)
  return (
    <>
      <Outlet />
      {isOver && <div className={classes.drop}>{t('books.drop')}</div>}
      {dialog.name === 'ledger' && <LedgerForm ledgerId={dialog.ledger} onClose={close} />}
      {dialog.name === 'journal' && <JournalForm ledgerId={dialog.ledger} onClose={close} />}
      {dialog.name === 'movements' && <MovementRunForm ledgerId={dialog.ledger} onClose={close} />}
      {dialog.name === 'general-ledger' && (
        <Suspense>
          <GeneralLedgerDialog onClose={close} />
        </Suspense>
      )}
      {dialog.name === 'rule' && (
        <Suspense>
          <RuleForm ruleId={dialog.ledger} onClose={close} />
        </Suspense>
      )}
      {dialog.name === 'import' && (
        <Suspense>
          <ImportDialog ledgerId={dialog.ledger} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
