import type { Context, Hono } from 'hono'
import { day } from '../../core/time.ts'
import { disturb } from './behaviour.ts'
import type { BankAccount, LedgerRow } from './ledger.ts'
import { formatAmount, formatDay, formatSecond, parseDay, startOfDay } from './local-format.ts'
import { detailPage } from './pages/detail.ts'
import { type ListPlace, movementsFrame, movementsPage } from './pages/movements.ts'
import { overviewPage } from './pages/overview.ts'
import { frameOf, type Site, signedInVisit } from './visitor.ts'

const usualPeriodDays = 30
const usualPageSize = 25

const whole = (text: string | undefined, fallback: number, max: number) => {
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, max) : fallback
}

/** The filter of a list as days; what is not a day falls back to the usual period. */
function periodOf(c: Context, now: number, usualDays: number) {
  const from = parseDay(c.req.query('desde') ?? '') ?? startOfDay(now) - usualDays * day
  const lastDay = parseDay(c.req.query('hasta') ?? '') ?? startOfDay(now)
  return { from, until: lastDay + day, fromText: formatDay(from), untilText: formatDay(lastDay) }
}

const csvCell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const csvOf = (rows: readonly LedgerRow[]) =>
  [
    'Fecha;Referencia;Concepto;Ordenante;Débito;Crédito;Saldo',
    ...rows.map((row) =>
      [
        formatSecond(row.at),
        row.reference,
        row.concept,
        row.party ?? '',
        row.kind === 'debit' ? formatAmount(row.amountMinor) : '',
        row.kind === 'credit' ? formatAmount(row.amountMinor) : '',
        formatAmount(row.balanceMinor),
      ]
        .map(csvCell)
        .join(';'),
    ),
  ].join('\r\n')

const jsonRow = (row: LedgerRow, account: BankAccount) => ({
  referencia: row.reference,
  fecha: formatSecond(row.at),
  tipo: row.kind === 'credit' ? 'C' : 'D',
  importe: formatAmount(row.amountMinor),
  moneda: account.currency,
  ordenante: row.party,
  concepto: row.concept,
})

/** Everything behind the login. */
export function addAccountPages(app: Hono, site: Site): void {
  const { behaviour, ledger, now } = site
  const toLogin = (c: Context) => c.redirect('/ingreso?motivo=sesion', 303)

  app.get('/cuentas', disturb(behaviour, 'overview'), (c) => {
    const visit = signedInVisit(site, c)
    if (!visit) return toLogin(c)
    const today = startOfDay(now())
    const lines = ledger.accounts.map((account) => ({
      account,
      balanceMinor: ledger.balance(account.number),
      creditsToday: ledger.rows(account.number, today).filter((row) => row.kind === 'credit').length,
    }))
    return c.html(overviewPage(frameOf(site, visit), lines))
  })

  const listView = (c: Context, visit: NonNullable<ReturnType<typeof signedInVisit>>, account: BankAccount) => {
    const period = periodOf(c, now(), usualPeriodDays)
    const perPage = whole(c.req.query('por_pagina'), usualPageSize, 1000)
    const page = whole(c.req.query('pagina'), 1, 100_000)
    const rows = ledger.rows(account.number, period.from, period.until)
    return {
      account,
      balanceMinor: ledger.balance(account.number),
      rows: rows
        .slice((page - 1) * perPage, page * perPage)
        .map((row) => ({ ...row, detail: `/detalle/${visit.rowOf(row.reference)}` })),
      total: rows.length,
      page,
      perPage,
      from: period.fromText,
      until: period.untilText,
    }
  }

  app.get('/cuentas/:cuenta/movimientos', disturb(behaviour, 'list'), (c) => {
    const visit = signedInVisit(site, c)
    if (!visit) return toLogin(c)
    const account = ledger.account(c.req.param('cuenta'))
    if (!account) return c.notFound()
    const view = listView(c, visit, account)
    const filter = new URLSearchParams({ desde: view.from, hasta: view.until })
    const base = `/cuentas/${account.number}`
    const listPlaces: Record<typeof behaviour.movementsIn, ListPlace> = {
      page: { in: 'page' },
      frame: { in: 'frame', address: `${base}/movimientos/lista?${filter}` },
      script: { in: 'script', address: `${base}/movimientos-del-dia.json?${filter}` },
    }
    return c.html(movementsPage(frameOf(site, visit), view, listPlaces[behaviour.movementsIn]))
  })

  app.get('/cuentas/:cuenta/movimientos/lista', disturb(behaviour, 'list'), (c) => {
    const visit = signedInVisit(site, c)
    if (!visit) return toLogin(c)
    const account = ledger.account(c.req.param('cuenta'))
    return account ? c.html(movementsFrame(listView(c, visit, account))) : c.notFound()
  })

  app.get('/detalle/:fila', disturb(behaviour, 'detail'), (c) => {
    const visit = signedInVisit(site, c)
    if (!visit) return toLogin(c)
    const reference = visit.referenceOf(c.req.param('fila'))
    const movement = reference === undefined ? undefined : ledger.find(reference)
    const account = movement && ledger.account(movement.account)
    return movement && account ? c.html(detailPage(frameOf(site, visit), account, movement)) : c.notFound()
  })

  app.get('/cuentas/:cuenta/movimientos-del-dia.json', disturb(behaviour, 'json'), (c) => {
    if (!signedInVisit(site, c)) return c.json({ error: 'sesion_expirada' }, 401)
    const account = ledger.account(c.req.param('cuenta'))
    if (!account) return c.json({ error: 'cuenta_inexistente' }, 404)
    const period = periodOf(c, now(), 0)
    return c.json({
      cuenta: account.number,
      moneda: account.currency,
      desde: period.fromText,
      hasta: period.untilText,
      movimientos: ledger.rows(account.number, period.from, period.until).map((row) => jsonRow(row, account)),
    })
  })

  app.get('/cuentas/:cuenta/movimientos.csv', disturb(behaviour, 'download'), (c) => {
    if (!signedInVisit(site, c)) return toLogin(c)
    const account = ledger.account(c.req.param('cuenta'))
    if (!account) return c.notFound()
    const period = periodOf(c, now(), usualPeriodDays)
    return c.body(`\ufeff${csvOf(ledger.rows(account.number, period.from, period.until))}\r\n`, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="movimientos-${account.number}.csv"`,
    })
  })
}
