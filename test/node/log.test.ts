import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createLog } from '../../main/node/log.ts'
import { makeFolder } from '../support/folder.ts'

const collect = () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { lines, stream }
}

it('writes one JSON line per event to stderr and to the file, with scope and fields', async () => {
  const { lines, stream } = collect()
  const dir = makeFolder()
  const { log, close } = createLog({ dir, level: 'info', stderr: stream })
  log.child('jobs').info('claimed', { job: 7 })
  log.debug('not at this level')
  await close()

  const text = readFileSync(join(dir, 'reconbanker.log'), 'utf8')
  expect(text).toBe(lines.join(''))
  expect(JSON.parse(text)).toMatchObject({ level: 'info', scope: 'jobs', msg: 'claimed', job: 7 })
})

it('never writes a secret, however deep the caller put it', async () => {
  const { lines, stream } = collect()
  const dir = makeFolder()
  const { log, close } = createLog({ dir, level: 'info', stderr: stream })
  log.error('poll failed', {
    request: { headers: { authorization: 'Bearer s3cret-a' }, body: [{ bank: { password: 's3cret-b' } }] },
    error: new Error('answered 401 to Bearer s3cret-c', { cause: { token: 's3cret-d' } }),
  })
  await close()
  expect(lines.join('') + readFileSync(join(dir, 'reconbanker.log'), 'utf8')).not.toContain('s3cret')
})
