import { call, send } from './http.ts'
import { type Running, startProgram, startReceiver, tempDataDir } from './processes.ts'

interface Summary {
  readonly count: number
  readonly distinct: number
  readonly first: number
  readonly last: number
}

/** A running program with one user in reconcile mode and one account, and a receiver in a process of its own. */
export interface World {
  readonly program: Running
  /** Milliseconds since the epoch, fractional: the clock of the receiver's times. */
  now(): number
  setOrders(orders: readonly unknown[]): Promise<void>
  /** Polls and waits until that many requests are registered. */
  poll(expected: number): Promise<void>
  postMovements(movements: readonly unknown[]): Promise<void>
  /** Waits for that many webhooks in all. */
  webhooks(count: number): Promise<Summary>
  hits(): Promise<readonly [at: number, id: string][]>
  /** Any call about the account; `path` follows `/accounts/:id`. */
  account<T>(method: string, path: string): Promise<T>
  close(): Promise<void>
}

const pollLimitMs = 180_000
const movementsPerCall = 10_000

interface WorldOptions {
  /** The built program unless told otherwise. */
  readonly start: (dataDir: string) => Promise<Running>
  readonly bankCode: string
  readonly settings: Readonly<Record<string, unknown>>
}

const usual: WorldOptions = { start: startProgram, bankCode: 'other-bank', settings: {} }

export async function createWorld(options: WorldOptions = usual): Promise<World> {
  const opened = new AsyncDisposableStack()
  try {
    const data = opened.adopt(tempDataDir(), (folder) => folder.remove())
    const receiver = opened.adopt(await startReceiver(), (running) => running.stop())
    const program = opened.adopt(await options.start(data.path), (running) => running.stop())
    return { ...(await connect(program, receiver, options)), close: () => opened.disposeAsync() }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

async function connect(
  program: Running,
  receiver: Running,
  { bankCode, settings }: WorldOptions,
): Promise<Omit<World, 'close'>> {
  const at = (path: string) => new URL(path, program.url).href
  const user = { email: 'bench@example.com', password: 'Correct-Horse-42' }
  await call('POST', at('/auth/register'), { body: user })
  const { token } = await call<{ token: string }>('POST', at('/auth/login'), { body: user })
  await call('PUT', at('/me/operation-mode'), { body: { mode: 'reconcile' }, token })
  const banks = await call<{ id: string; code: string }[]>('GET', at('/banks'), { token })
  const bank = banks.find(({ code }) => code === bankCode)
  const account = await call<{ id: string }>('POST', at('/accounts'), {
    body: { bankId: bank?.id, name: 'Bench' },
    token,
  })
  await call('PUT', at(`/accounts/${account.id}/config`), {
    body: {
      pending_orders_endpoint: `${receiver.url}/orders`,
      webhook_url: `${receiver.url}/hook`,
      webhook_auth_token: 'bench-token',
      ...settings,
    },
    token,
  })

  const registered = async () => {
    const list = await send('GET', at('/conciliation?limit=1'), { token })
    return Number(list.headers['x-total-count'])
  }
  return {
    program,
    now: () => performance.timeOrigin + performance.now(),
    setOrders: (orders) => call('PUT', `${receiver.url}/orders`, { body: orders }),
    async poll(expected) {
      await call('POST', at(`/conciliation/poll/${account.id}`), { token })
      const limit = performance.now() + pollLimitMs
      while ((await registered()) < expected) {
        if (performance.now() > limit) throw new Error(`the poll did not register ${expected} requests`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async postMovements(movements) {
      for (let i = 0; i < movements.length; i += movementsPerCall)
        await call('POST', at(`/accounts/${account.id}/movements`), {
          body: { movements: movements.slice(i, i + movementsPerCall) },
          token,
        })
    },
    webhooks: (count) => call('GET', `${receiver.url}/wait?n=${count}&ms=180000`),
    hits: () => call('GET', `${receiver.url}/hits`),
    account: (method, path) => call(method, at(`/accounts/${account.id}/${path}`), { token }),
  }
}
