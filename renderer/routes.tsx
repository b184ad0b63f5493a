import { createHashRouter, redirect } from 'react-router'
import { Starting } from './features/session/starting.tsx'
import { CrashPage, NoSuchPlace } from './features/shell/crash-page.tsx'
import { Frame } from './features/shell/frame.tsx'

/** Every place has an address, so that a toast, a link or the back button leads exactly there. Places load when visited. */
export const createRoutes = () =>
  createHashRouter([
    {
      path: '/',
      element: <Frame />,
      errorElement: <CrashPage />,
      hydrateFallbackElement: <Starting />,
      children: [
        { index: true, loader: () => redirect('/accounts') },
        {
          path: 'inbox',
          lazy: async () => ({ Component: (await import('./features/inbox/inbox-page.tsx')).InboxPage }),
        },
        {
          path: 'accounts',
          lazy: async () => ({ Component: (await import('./features/accounts/account-list.tsx')).AccountList }),
          children: [
            {
              path: 'new',
              lazy: async () => ({ Component: (await import('./features/accounts/add-account.tsx')).AddAccount }),
            },
          ],
        },
        {
          path: 'accounts/:accountId',
          lazy: async () => ({ Component: (await import('./features/accounts/account-page.tsx')).AccountPage }),
          children: [
            {
              index: true,
              lazy: async () => ({ Component: (await import('./features/accounts/account-page.tsx')).AccountStart }),
            },
            {
              path: 'settings/:section?',
              lazy: async () => ({
                Component: (await import('./features/account-settings/settings-tab.tsx')).SettingsTab,
              }),
            },
            {
              path: 'requests/:requestId?',
              lazy: async () => ({ Component: (await import('./features/accounts/account-tabs.tsx')).AccountRequests }),
            },
            {
              path: 'import',
              lazy: async () => ({ Component: (await import('./features/import/import-tab.tsx')).ImportTab }),
            },
            {
              path: 'bank',
              lazy: async () => ({ Component: (await import('./features/assistance/bank-tab.tsx')).BankTab }),
            },
            {
              path: 'movements/:movementId?',
              lazy: async () => ({
                Component: (await import('./features/accounts/account-tabs.tsx')).AccountMovements,
              }),
            },
          ],
        },
        {
          path: 'requests/:requestId?',
          lazy: async () => ({ Component: (await import('./features/requests/requests-page.tsx')).RequestsPage }),
        },
        {
          path: 'movements/:movementId?',
          lazy: async () => ({ Component: (await import('./features/movements/movements-page.tsx')).MovementsPage }),
        },
        {
          path: 'books',
          lazy: async () => ({ Component: (await import('./features/books/books-layout.tsx')).BooksLayout }),
          children: [
            {
              index: true,
              lazy: async () => ({ Component: (await import('./features/books/accounts-page.tsx')).AccountsPage }),
            },
            {
              path: 'runs',
              lazy: async () => ({ Component: (await import('./features/books/runs-page.tsx')).RunsPage }),
            },
            {
              path: 'chart',
              lazy: async () => ({ Component: (await import('./features/books/chart-page.tsx')).ChartPage }),
            },
            {
              path: 'trial-balance',
              lazy: async () => ({ Component: (await import('./features/books/trial-page.tsx')).TrialPage }),
            },
            {
              path: 'imports',
              lazy: async () => ({ Component: (await import('./features/book-import/imports-page.tsx')).ImportsPage }),
            },
            {
              path: 'rules/:ruleId?',
              lazy: async () => ({ Component: (await import('./features/book-rules/rules-page.tsx')).RulesPage }),
            },
            {
              path: 'names/:partyId?',
              lazy: async () => ({ Component: (await import('./features/book-rules/names-page.tsx')).NamesPage }),
            },
            {
              path: 'history',
              lazy: async () => ({ Component: (await import('./features/book-history/history-page.tsx')).HistoryPage }),
            },
            {
              path: 'ledgers/:ledgerId/:tab?',
              lazy: async () => ({ Component: (await import('./features/books/ledger-page.tsx')).LedgerPage }),
            },
            {
              path: 'runs/:runId/lines/:itemId',
              lazy: async () => ({
                Component: (await import('./features/reconciliation/statement/line-page.tsx')).LinePage,
              }),
            },
            {
              path: 'runs/:runId/:tab?',
              lazy: async () => ({ Component: (await import('./features/reconciliation/run/run-page.tsx')).RunPage }),
            },
          ],
        },
        {
          path: 'deliveries/:deliveryId?',
          lazy: async () => ({ Component: (await import('./features/deliveries/deliveries-page.tsx')).DeliveriesPage }),
        },
        {
          path: 'banks',
          lazy: async () => ({ Component: (await import('./features/banks/banks-page.tsx')).BanksPage }),
        },
        {
          path: 'banks/scripts',
          lazy: async () => ({ Component: (await import('./features/banks/scripts-page.tsx')).ScriptsPage }),
        },
        {
          path: 'banks/:bankId',
          lazy: async () => ({ Component: (await import('./features/banks/bank-page.tsx')).BankPage }),
        },
        {
          path: 'banks/:bankId/versions/new',
          lazy: async () => ({ Component: (await import('./features/banks/new-version-page.tsx')).NewVersionPage }),
        },
        {
          path: 'banks/:bankId/versions/:versionId/:part?',
          lazy: async () => ({ Component: (await import('./features/banks/version-page.tsx')).VersionPage }),
        },
        {
          path: 'diagnostics/:accountId?/:runId?',
          lazy: async () => ({
            Component: (await import('./features/diagnostics/diagnostics-page.tsx')).DiagnosticsPage,
          }),
        },
        {
          path: 'settings',
          lazy: async () => ({
            Component: (await import('./features/preferences/preferences-page.tsx')).PreferencesPage,
          }),
        },
        { path: '*', element: <NoSuchPlace /> },
      ],
    },
  ])
