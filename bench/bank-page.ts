import { join } from 'node:path'
import { practiceUser } from '../main/demo/bank/practice-bank.ts'
import { practiceBankCode } from '../main/demo/bank-files.ts'
import { linearData } from './linear-data.ts'
import { root, round, start } from './processes.ts'
import { createWorld } from './world.ts'

interface Run {
  readonly id: string
  readonly status: 'running' | 'success' | 'failed'
  readonly error_message: string | null
}
interface RunDetail extends Run {
  readonly steps: readonly { readonly step: string; readonly created_at: string }[]
}

/**
 * `n` movements from the bank's page to the last webhook, with a real browser: the orders are known, then the bank is read.
 * `ms` begins with the stage that reads the page; the whole way with start of the browser and login is given beside it.
 */
export async function bankPage(n: number) {
  const world = await createWorld({
    start: (dataDir) => start([join(root, 'bench', 'bank-host.ts'), dataDir, String(n)]),
    bankCode: practiceBankCode,
    settings: { bank_username: practiceUser.user, bank_password: practiceUser.password },
  })
  try {
    await world.setOrders(linearData(n).orders)
    await world.poll(n)
    const began = world.now()
    await world.account('POST', 'scrape')
    const told = await world.webhooks(n)
    const [run] = await world.account<Run[]>('GET', 'runs')
    if (!run || told.count !== n) throw new Error(`${told.count} webhooks instead of ${n}: ${run?.error_message}`)
    const { steps } = await world.account<RunDetail>('GET', `runs/${run.id}`)
    const reading = steps.find(({ step }) => step === 'poll' || step === 'movements_fetch')
    return {
      n,
      ms: reading ? round(told.last - Date.parse(reading.created_at)) : null,
      with_browser_and_login_ms: round(told.last - began),
    }
  } finally {
    await world.close()
  }
}
