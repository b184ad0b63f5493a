import { accounts } from './accounts.ts'
import { apiKeys } from './api-keys.ts'
import { assistance } from './assistance.ts'
import { bankNotification } from './bank-notification.ts'
import { bankWindow } from './bank-window.ts'
import { banks } from './banks.ts'
import { bookHistoryTexts } from './book-history.ts'
import { bookImportTexts } from './book-import.ts'
import { bookListsTexts } from './book-lists.ts'
import { bookRulesTexts } from './book-rules.ts'
import { books } from './books.ts'
import { common } from './common.ts'
import { diagnostics } from './diagnostics.ts'
import { fileImport } from './file-import.ts'
import { fileErrors, fileWords } from './file-words.ts'
import { inbox } from './inbox.ts'
import { ledgerErrors } from './ledger-errors.ts'
import { matching } from './matching.ts'
import { money } from './money.ts'
import { preferences } from './preferences.ts'
import { reasons } from './reasons.ts'
import { reconciliation } from './reconciliation.ts'
import { byHandTexts } from './reconciliation-by-hand.ts'
import { discrepancyTexts } from './reconciliation-discrepancies.ts'
import { runFiles } from './run-files.ts'
import { secondFactor } from './second-factor.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'

/** Spanish, the product's first language. English must have exactly the same keys: the compiler holds it to that. */
export default {
  ...common,
  ...session,
  ...secondFactor,
  ...accounts,
  ...money,
  ...matching,
  ...settings,
  ...preferences,
  ...bankWindow,
  ...bankNotification,
  ...banks,
  ...apiKeys,
  ...assistance,
  ...reasons,
  ...diagnostics,
  ...inbox,
  ...fileImport,
  ...fileWords,
  ...books,
  ...bookRulesTexts,
  ...bookHistoryTexts,
  ...bookImportTexts,
  ...bookListsTexts,
  ...reconciliation,
  ...runFiles,
  ...byHandTexts,
  ...discrepancyTexts,
  errors: { ...common.errors, ...fileErrors, ...ledgerErrors },
}
