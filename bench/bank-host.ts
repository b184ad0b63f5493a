import { join } from 'node:path'
import { createCore } from '../main/core/core.ts'
import { practiceAccounts, startPracticeBank } from '../main/demo/bank/practice-bank.ts'
import { placeBankFiles } from '../main/demo/bank-files.ts'
import { startBrowserHost } from '../main/node/host.ts'
import { linearData } from './linear-data.ts'

/**
 * The browser host beside a practice bank that has booked movements already: `node bench/bank-host.ts DATA_DIR N`. Its
 * first line says where it is and who may sign in to the bank.
 */
const [dataDir = '', count = '0'] = process.argv.slice(2)
const bank = await startPracticeBank()
const account = practiceAccounts.find((each) => each.currency === 'USD')
if (!account) throw new Error('The practice bank keeps no account in USD')
for (const movement of linearData(Number(count)).movements)
  bank.addMovement({
    account: account.number,
    at: Date.parse(movement.received_at),
    amountMinor: Math.round(movement.amount * 100),
    party: movement.sender_name,
    concept: 'Transferencia recibida',
  })

const resourcesDir = join(dataDir, 'bench-resources')
const host = await startBrowserHost({
  dataDir,
  port: 0,
  allowLocalTargets: true,
  logLevel: 'warn',
  createCore(ports) {
    placeBankFiles({ from: ports.resourcesDir, to: resourcesDir, loginUrls: { 'practice-bank': bank.loginUrl } })
    return createCore({ ...ports, resourcesDir })
  },
})
process.on('SIGTERM', async () => {
  await host.stop()
  await bank.close()
})
process.stdout.write(`${JSON.stringify({ url: host.url, ...bank.user })}\n`)
