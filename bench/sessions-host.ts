import { join } from 'node:path'
import { createCore } from '../main/core/core.ts'
import type { Log } from '../main/core/ports.ts'
import { startPracticeBank } from '../main/demo/bank/practice-bank.ts'
import { placeBankFiles, practiceBankCode } from '../main/demo/bank-files.ts'
import { listenOnLoopback } from '../main/demo/listen.ts'
import { startBrowserHost } from '../main/node/host.ts'

/**
 * The browser host beside a practice bank with N users (`cliente0` …, password `clave`), of whom each wants a code with
 * `code`: `node bench/sessions-host.ts DATA_DIR N [code]`. Its first line says where it is, and where it tells
 * when each session was polled: `{ polls: { account: [ms UTC, …] } }`.
 */
const [dataDir = '', count = '1', factor = 'none'] = process.argv.slice(2)
const users = Array.from({ length: Number(count) }, (_, i) => ({
  user: `cliente${i}`,
  password: 'clave',
  company: `C${i}`,
}))
const bank = await startPracticeBank({ users, behaviour: { secondFactor: factor === 'code' ? 'code' : 'none' } })

const polls: Record<string, number[]> = {}
/** Says nothing; the script tells each of its polls in a line of its own. */
const listening: Log = {
  child: () => listening,
  debug: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  info(event, fields) {
    if (event !== 'script_poll_summary') return
    const account = String(fields?.account)
    polls[account] = [...(polls[account] ?? []), Date.now()]
  },
}

const resourcesDir = join(dataDir, 'bench-resources')
const host = await startBrowserHost({
  dataDir,
  port: 0,
  allowLocalTargets: true,
  logLevel: 'warn',
  createCore(ports) {
    placeBankFiles({ from: ports.resourcesDir, to: resourcesDir, loginUrls: { [practiceBankCode]: bank.loginUrl } })
    return createCore({ ...ports, resourcesDir, log: listening })
  },
})
const told = await listenOnLoopback(() => Response.json({ polls }), 0)
process.on('SIGTERM', async () => {
  await host.stop()
  await Promise.all([bank.close(), told.close()])
})
process.stdout.write(`${JSON.stringify({ url: host.url, told: told.url })}\n`)
