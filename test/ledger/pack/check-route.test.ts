import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { download } from '../support/download.ts'
import { openCase125 } from '../support/report-world.ts'
import { sendFile } from '../support/send-file.ts'

vi.setConfig({ testTimeout: 60_000 })

const path = '/v1/ledgers/reconciliation/closing-packs/check'

test('a pack that is sent back is told unchanged and ours; one with an edited report is not; a text file is none', async () => {
  const world = await openCase125()
  const { core, user, fee, run } = world
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  await user.post(`${world.path}/close`, { statement: 'Checked.' })
  const { bytes } = await download(core, user, `${world.path}/closing-pack`)

  const good = await sendFile(core, user, path, { bytes, name: 'pack.zip' })
  expect(good.body).toMatchObject({ clean: true, ours: true, in_trail: true, faults: [], run: { id: run.id } })

  const files = unzipSync(bytes)
  const edited = zipSync({ ...files, 'report.json': strToU8('{"difference":0}') })
  const bad = await sendFile(core, user, path, { bytes: edited, name: 'pack.zip' })
  expect(bad.body).toMatchObject({
    clean: false,
    faults: [{ file: 'report.json', code: 'changed', message: 'was changed after signing' }],
  })

  const none = await sendFile(core, user, path, { bytes: strToU8('hello'), name: 'note.txt' })
  expect(none.body).toMatchObject({ clean: false, ours: false, in_trail: null, run: null, faults: [{ file: 'pack' }] })

  const elsewhere = await openCase125()
  const foreign = await sendFile(elsewhere.core, elsewhere.user, path, { bytes, name: 'pack.zip' })
  expect(foreign.body).toMatchObject({ clean: true, ours: false, in_trail: null })
})
