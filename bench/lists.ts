import { join } from 'node:path'
import { openDatabase } from '../main/core/db/open.ts'
import { call, send } from './http.ts'
import { round, startProgram, tempDataDir } from './processes.ts'

const user = { email: 'bench@example.com', password: 'Correct-Horse-42' }
const pageRows = 100
const samples = 20

/** Milliseconds of a page of the list of movements, its total included, asked for through the API beside `count` rows. */
export async function lists(count: number) {
  const data = tempDataDir()
  try {
    await withProgram(data.path, async (at) => {
      await call('POST', at('/auth/register'), { body: user })
      const { token } = await signIn(at)
      const [bank] = await call<{ id: string }[]>('GET', at('/banks'), { token })
      await call('POST', at('/accounts'), { body: { bankId: bank?.id, name: 'Bench' }, token })
    })
    fill(join(data.path, 'reconbanker.db'), count)
    return await withProgram(data.path, async (at) => {
      const { token } = await signIn(at)
      const timed = async (query: string) => {
        const times: number[] = []
        for (let i = 0; i < samples; i++) {
          const before = performance.now()
          const reply = await send('GET', at(`/movements?limit=${pageRows}&${query}`), { token })
          times.push(performance.now() - before)
          if (reply.status !== 200) throw new Error(`/movements answered ${reply.status}`)
        }
        return round(times.sort((a, b) => a - b)[samples / 2] ?? 0, 1)
      }
      return {
        count,
        samples,
        first_page_ms: await timed('offset=0'),
        middle_page_ms: await timed(`offset=${count / 2}`),
        last_page_ms: await timed(`offset=${count - pageRows}`),
        search_many_ms: await timed('q=silva'),
        search_one_ms: await timed(`q=${searched(count >> 1)}`),
        search_none_ms: await timed('q=nowhere'),
      }
    })
  } finally {
    data.remove()
  }
}

type At = (path: string) => string

async function withProgram<T>(folder: string, work: (at: At) => Promise<T>): Promise<T> {
  const program = await startProgram(folder)
  try {
    return await work((path) => new URL(path, program.url).href)
  } finally {
    await program.stop()
  }
}

const signIn = (at: At) => call<{ token: string }>('POST', at('/auth/login'), { body: user })

const surnames = ['garcia', 'perez', 'lopez', 'silva', 'rocha']
const searched = (i: number) => `movement-${i}-`

/** One movement a minute into the past, straight into the file: what is measured is not how they come. */
function fill(file: string, count: number): void {
  const db = openDatabase(file)
  try {
    const insert = db.prepare(`
      insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, sender_name, received_at,
                             ingested_at, search_text)
      select @id, id, @id, @id, @amount, 'USD', @name, @at, @at, @text from accounts`)
    const now = Date.now()
    db.transaction(() => {
      for (let i = 0; i < count; i++) {
        const id = searched(i)
        const name = `persona ${i % 5000} ${surnames[i % surnames.length]}`
        insert.run({ id, amount: 100 + i, name, at: now - (count - i) * 60_000, text: `${id} ${name} ${i} usd` })
      }
    })()
  } finally {
    db.close()
  }
}
