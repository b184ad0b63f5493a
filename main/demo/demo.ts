import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore } from '../core/core.ts'
import { hour } from '../core/time.ts'
import { type BrowserHost, startBrowserHost } from '../node/host.ts'
import { type PracticeBank, startPracticeBank } from './bank/practice-bank.ts'
import { placeBankFiles, practiceBankCode, secondBankCode } from './bank-files.ts'
import { type BooksOutcome, playBooks } from './books/play-books.ts'
import { type CajaRural, startCajaRural } from './caja/caja-rural.ts'
import { type CustomerSystem, startCustomerSystem } from './customer/customer-system.ts'
import { createDay, type Day } from './day.ts'
import { type DayOutcome, type DayResult, judgeDay } from './outcome.ts'
import { createProgramClient, type ProgramClient } from './program-client.ts'

/** Who signs in to the window of a demonstration. No other program uses it. */
export const demoOwner = { email: 'demo@example.com', password: 'Demo-Owner-2045' } as const

const accountName = 'Telares del Sur, operating account'

export interface Demo {
  readonly url: string
  readonly bank: PracticeBank
  /** Not part of the day: for a person to try sessions that stay, with codes. */
  readonly secondBank: CajaRural
  readonly customer: CustomerSystem
  readonly host: BrowserHost
  readonly dataDir: string
  /** Plays the scripted day through the program's API and compares what came out with what was expected. */
  playDay(tell: (line: string) => void): Promise<DayReport>
  stop(): Promise<void>
}

export interface DayReport extends DayOutcome {
  readonly result: DayResult
  readonly books: BooksOutcome
  /** From the first order to the last webhook, milliseconds. */
  readonly durationMs: number
}

const secondBankDay = (now: number) => [
  { account: '7700-118', amountMinor: 182_040, at: now - 26 * hour, party: 'Bluewater Trading LLC' },
  { account: '7700-118', amountMinor: 64_000, at: now - 5 * hour, party: 'Hudson Valley Grocers' },
  {
    account: '7700-118',
    amountMinor: 21_550,
    at: now - 3 * hour,
    kind: 'debit',
    party: 'Harbor Freight Lines',
  } as const,
]

/** Starts the practice banks, the customer's system and the real program. */
export async function startDemo(options: { dataDir: string | null; port: number }): Promise<Demo> {
  const opened = new AsyncDisposableStack()
  try {
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'reconbanker-demo-'))
    if (options.dataDir === null) opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
    const bank = opened.adopt(await startPracticeBank(), (site) => site.close())
    const secondBank = opened.adopt(await startCajaRural({ day: secondBankDay(Date.now()) }), (site) => site.close())
    const customer = opened.adopt(
      await startCustomerSystem({ token: 'demo-orders', webhookToken: 'demo-webhooks' }),
      (system) => system.close(),
    )
    const resourcesDir = join(dataDir, 'demo-resources')
    const host = opened.adopt(
      await startBrowserHost({
        dataDir,
        port: options.port,
        allowLocalTargets: true,
        // Skipped orders and the like belong to the script: the table tells them better.
        logLevel: 'error',
        createCore(ports) {
          const loginUrls = { [practiceBankCode]: bank.loginUrl, [secondBankCode]: secondBank.loginUrl }
          placeBankFiles({ from: ports.resourcesDir, to: resourcesDir, loginUrls })
          return createCore({ ...ports, resourcesDir })
        },
      }),
      (running) => running.stop(),
    )
    const program = createProgramClient(host.url)
    let accountId: string | null = null
    return {
      url: host.url,
      bank,
      secondBank,
      customer,
      host,
      dataDir,
      async playDay(tell) {
        const stage = { bank, customer, program, tell }
        accountId = await setUp(stage)
        const day = await playDay(accountId, stage)
        tell('The books: ledgers, bookings, a run over what was read and one over a statement')
        const books = await playBooks({ program, accountId, movements: day.result.movements, now: Date.now() })
        return { ...day, books, differences: [...day.differences, ...books.differences] }
      },
      async stop() {
        // In a folder that is kept, a later start must not call on a bank that is closed by then.
        try {
          if (accountId !== null && options.dataDir !== null) await program.pause(accountId)
        } finally {
          accountId = null
          await opened.disposeAsync()
        }
      },
    }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

interface Stage {
  readonly bank: PracticeBank
  readonly customer: CustomerSystem
  readonly program: ProgramClient
  readonly tell: (line: string) => void
}

/** An owner, the mode and one account, as a new user would set them up. Returns the account's id. */
async function setUp({ bank, customer, program, tell }: Stage): Promise<string> {
  await program.enter(demoOwner.email, demoOwner.password)
  await program.reconcile()
  const accountId = await program.addAccount(practiceBankCode, accountName, {
    pending_orders_endpoint: customer.ordersUrl,
    auth_type: 'bearer',
    auth_token: customer.token,
    webhook_url: customer.webhookUrl,
    webhook_auth_type: 'bearer',
    webhook_auth_token: customer.webhookToken,
    webhook_extra_fields: { tenant: 'telares' },
    bank_username: bank.user.user,
    bank_password: bank.user.password,
  })
  tell('An owner, the mode "reconcile" and one bank account are set up.')
  return accountId
}

async function playDay(accountId: string, stage: Stage): Promise<Omit<DayReport, 'books'>> {
  const { bank, customer, program } = stage
  const now = Date.now()
  const began = performance.now()
  const day = createDay(now)
  await playSteps(day, accountId, stage)

  const deliveries = await program.deliveries(accountId)
  const requests = await program.requests(accountId)
  const details = new Map(await Promise.all(requests.map(async ({ id }) => [id, await program.request(id)] as const)))
  const result: DayResult = {
    requests,
    details,
    deliveries,
    movements: await program.movements(accountId),
    received: customer.webhooks(),
    booked: bank.movements(),
  }
  return { ...judgeDay(day, now, result), result, durationMs: Math.round(performance.now() - began) }
}

async function playSteps(day: Day, accountId: string, { bank, customer, program, tell }: Stage): Promise<void> {
  for (const step of day.steps) {
    tell(step.text)
    if (step.kind === 'poll') {
      customer.setOrders(step.orders)
      await program.poll(accountId)
    } else {
      for (const movement of step.booked) bank.addMovement(movement)
      const found = await program.scrape(accountId)
      tell(`  ${found} new movements`)
    }
    const counts = countBy(await program.requests(accountId), (request) => request.status)
    tell(
      `  ${Object.entries(counts)
        .map(([status, count]) => `${count} ${status}`)
        .join(', ')}`,
    )
  }
}

/** How many per key, keys in order of the alphabet. */
export function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items.toSorted((a, b) => key(a).localeCompare(key(b))))
    counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}
