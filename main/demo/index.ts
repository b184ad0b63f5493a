import { ensureBrowser } from '../core/browser/install.ts'
import { AppError } from '../core/errors.ts'
import { openAppWindow } from '../node/app-window.ts'
import { stopOnSignals } from '../node/stop-signals.ts'
import type { BooksRun } from './books/play-books.ts'
import { countBy, type DayReport, type Demo, demoOwner, startDemo } from './demo.ts'
import { parseDemoFlags } from './flags.ts'
import { textTable } from './table.ts'

const began = performance.now()
const tell = (line: string) => void process.stderr.write(`${line}\n`)

/** The demonstration as a program (`npm run demo`): progress on stderr, what happened on stdout. */
async function runDemo(args: readonly string[]): Promise<void> {
  const flags = parseDemoFlags(args)
  const demo = await startDemo(flags)
  let closeWindow = () => {}
  const stop = async () => {
    closeWindow()
    await demo.stop()
  }
  stopOnSignals(stop, (error) => demo.host.log.error('stop failed', { error }))
  for (const [label, bank] of [
    ['Practice bank', demo.bank],
    ['Second bank  ', demo.secondBank],
  ] as const) {
    tell(`${label}  ${bank.url}   (user ${bank.user.user}, password ${bank.user.password})`)
    tell(`  its control  ${bank.controlUrl}   (codes sent, logins counted, switches)`)
  }
  tell(`Order system   ${demo.customer.url}`)
  tell(`Program        ${demo.url}   (data in ${demo.dataDir})\n`)

  const report = await playOrStop(demo)
  const say = flags.json ? tell : (line: string) => void process.stdout.write(`${line}\n`)
  say(`\n${tableOf(report)}\n`)
  say(summaryOf(report))
  for (const difference of report.differences) say(`  ${difference}`)
  if (flags.once) await stop()
  const lastLine = flags.json ? `${JSON.stringify(jsonOf(report))}\n` : ''
  // The exit waits until the line has left, also where standard output is a slow pipe.
  await new Promise<void>((written) => process.stdout.write(lastLine, () => written()))
  if (flags.once) process.exit(report.differences.length === 0 ? 0 : 1)

  say(`\nThe window is at ${demo.url}`)
  say(`Sign in with ${demoOwner.email} and ${demoOwner.password} (this demonstration only). Ctrl-C ends it.`)
  if (!flags.open) return
  const { log } = demo.host
  const window = await openAppWindow({
    url: demo.url,
    dataDir: demo.dataDir,
    log,
    findBrowser: () => ensureBrowser(log),
  })
  closeWindow = () => window.close()
}

async function playOrStop(demo: Demo): Promise<DayReport> {
  try {
    return await demo.playDay(tell)
  } catch (error) {
    await demo.stop()
    throw error
  }
}

const tableOf = (report: DayReport) =>
  textTable(
    ['', 'Order', 'Payer', 'Amount', 'About', 'Expected', 'Result', 'Reason'],
    report.orders.map((order) => [
      order.asExpected ? '✓' : '✗',
      order.id,
      order.payer,
      order.amount,
      order.about,
      order.expected,
      order.result,
      order.reason,
    ]),
  )

const deliveredAndDead = ({ result }: DayReport) => ({
  delivered: result.deliveries.filter((delivery) => delivery.state === 'delivered').length,
  dead: result.deliveries.filter((delivery) => delivery.state === 'dead').length,
})

function summaryOf(report: DayReport): string {
  const { delivered, dead } = deliveredAndDead(report)
  const good = report.orders.filter((order) => order.asExpected).length
  return [
    `${report.result.movements.length} movements read, ${good} of ${report.orders.length} orders as expected,`,
    `${delivered} webhooks delivered, ${dead} given up, in ${(report.durationMs / 1000).toFixed(1)} s.`,
    ...Object.values(report.books.runs).map(booksLine),
    report.differences.length === 0 ? 'Everything is as expected.' : 'NOT as expected:',
  ].join(' ')
}

const booksLine = ({ name, lines, proposed, accepted, open }: BooksRun) =>
  `${name}: ${lines} lines, ${proposed} proposals, ${accepted} accepted, ${open} open.`

const jsonOf = (report: DayReport) => ({
  ok: report.differences.length === 0,
  movements: report.result.movements.length,
  requests: countBy(report.result.requests, (request) => request.status),
  webhooks: deliveredAndDead(report),
  books: report.books.runs,
  duration_ms: Math.round(performance.now() - began),
  differences: report.differences,
})

runDemo(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
})
