import { type Demo, startDemo } from '../../../main/demo/demo.ts'
import { test as base } from './fixtures.ts'
import { owner } from './program.ts'

export interface Practice extends Demo {
  /** A call of the owner to the API; throws when the program refuses it. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  /** An account at the first practice bank, with a login that is right. Returns its id. */
  addAccount(name: string, settings?: Record<string, unknown>): Promise<string>
  /** An account at the second one, made for sessions that stay. */
  addSecondAccount(name: string, settings?: Record<string, unknown>): Promise<string>
}

/** The practice banks, the customer's system and the program in one process, with an owner who is signed in. */
export const test = base.extend<{ practice: Practice }>({
  practice: async ({ page }, use) => {
    const demo = await startDemo({ dataDir: null, port: 0 })
    const ask = async (method: string, path: string, body?: unknown, token?: string): Promise<unknown> => {
      const answer = await fetch(`${demo.url}/api${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    }
    await ask('POST', '/auth/register', owner)
    const { token } = (await ask('POST', '/auth/login', owner)) as { token: string }
    const call = async <T>(method: string, path: string, body?: unknown) => (await ask(method, path, body, token)) as T
    await call('PUT', '/me/operation-mode', { mode: 'passthrough' })
    await page.addInitScript((value) => localStorage.setItem('reconbanker.token', value), token)

    const add = async (code: string, name: string, settings: Record<string, unknown>) => {
      const banks = await call<{ id: string; code: string }[]>('GET', '/banks')
      const bankId = banks.find((bank) => bank.code === code)?.id
      const { id } = await call<{ id: string }>('POST', '/accounts', { bankId, name })
      await call('PUT', `/accounts/${id}/config`, { webhook_url: demo.customer.webhookUrl, ...settings })
      return id
    }
    const login = ({ user, password }: { user: string; password: string }) => ({
      bank_username: user,
      bank_password: password,
    })
    await use({
      ...demo,
      call,
      addAccount: (name, settings) => add('practice-bank', name, { ...login(demo.bank.user), ...settings }),
      addSecondAccount: (name, settings) =>
        add('second-practice-bank', name, { ...login(demo.secondBank.user), ...settings }),
    })
    await demo.stop()
  },
})
