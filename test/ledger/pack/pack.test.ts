import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { checkPack } from '../../../main/core/ledger/pack/check-pack.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { download } from '../support/download.ts'
import { openCase125 } from '../support/report-world.ts'
import { copyOf, tamper } from '../support/verify.ts'

// Every import and pack is made in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

async function openPack() {
  const world = await openCase125()
  const { core, user, path, fee } = world
  const early = await user.get(`${path}/closing-pack`)
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  const closed = await user.post(`${path}/close`, { statement: 'Checked.' })
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
  const { bytes, type } = await download(core, user, `${path}/closing-pack`)
  return { ...world, early, bytes, type }
}

const cli = join(import.meta.dirname, '..', '..', '..', 'main', 'audit-cli.ts')
function check(bytes: Uint8Array, ...args: string[]) {
  const file = join(tempDir(), 'pack.zip')
  writeFileSync(file, bytes)
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check', file, '--json', ...args], { encoding: 'utf8' })
  return { status, stdout, verdict: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') }
}

test('a closed run has a signed pack with all of it; an open one has none', async () => {
  const { user, early, bytes, type, run, matchId, file } = await openPack()
  expect(early).toMatchObject({ status: 409, body: { code: 'run_not_closed' } })
  expect(type).toBe('application/zip')
  const files = unzipSync(bytes)
  expect(Object.keys(files).sort()).toEqual([
    'decisions.json',
    'manifest.json',
    'matches.json',
    'open-items.json',
    'report.json',
    'report.pdf',
    'rules.json',
    'signature.json',
  ])
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()))
  expect(json('manifest.json')).toMatchObject({
    run: { id: run.id, ledger: '1810', closed_by: 'user1@example.com', close_statement: 'Checked.' },
    sources: [{ id: file.id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    audit: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(json('report.json')).toMatchObject({ difference: { amount: '0' } })
  expect(json('matches.json')).toMatchObject([{ id: matchId, decidedBy: 'user1@example.com' }])
  expect(json('open-items.json')).toMatchObject({ statement_only: [], ledger_only: [{ open: -30_000 }] })
  expect(json('decisions.json').map(({ action }: { action: string }) => action)).toContain('manual_match')
  const { body } = await user.get<{ fingerprint: string }>('/v1/ledgers/audit/key')
  expect(checkPack(bytes)).toMatchObject({ clean: true, faults: [], fingerprint: body.fingerprint })
})

test('the pack is checked offline, and against the data it was made of', async () => {
  const { core, bytes } = await openPack()
  expect(check(bytes)).toMatchObject({ status: 0, verdict: { clean: true, books: null } })
  expect(check(bytes, '--data', core.dataDir)).toMatchObject({ status: 0, verdict: { clean: true } })
  // Put back whole to the state before: by itself clean, but not the trail that the pack was made on.
  const older = copyOf(core.dataDir)
  tamper(older, 'drop trigger audit_events_kept; delete from audit_events where seq > 5')
  const rolled = check(bytes, '--data', older)
  expect(rolled.status).toBe(1)
  expect(rolled.stdout).toContain('on which the closing pack was made, is no longer there')
})

test('what was changed is said: a file, an added file, a missing one, the manifest, the key', async () => {
  const { core, bytes } = await openPack()
  const files = unzipSync(bytes)
  const changed = (change: Record<string, Uint8Array | undefined>) =>
    zipSync(
      Object.fromEntries(Object.entries({ ...files, ...change }).filter(([, value]) => value !== undefined)) as Record<
        string,
        Uint8Array
      >,
    )
  const report = strToU8(strFromU8(files['report.json'] ?? new Uint8Array()).replace('-30000', '-20000'))
  expect(check(changed({ 'report.json': report }))).toMatchObject({
    status: 1,
    verdict: { faults: [{ file: 'report.json', message: 'was changed after signing' }] },
  })
  expect(checkPack(changed({ 'extra.txt': strToU8('x') })).faults).toEqual([
    { file: 'extra.txt', code: 'added', message: 'was added after signing' },
  ])
  expect(checkPack(changed({ 'matches.json': undefined })).faults).toEqual([
    { file: 'matches.json', code: 'missing', message: 'is missing' },
  ])
  const manifest = strToU8(strFromU8(files['manifest.json'] ?? new Uint8Array()).replace('Checked.', 'Checked!'))
  expect(checkPack(changed({ 'manifest.json': manifest })).faults).toMatchObject([{ file: 'manifest.json' }])
  expect(checkPack(strToU8('not a zip'))).toMatchObject({ clean: false, faults: [{ file: 'pack' }] })

  // Signed anew with a key of one's own it is consistent; against the installation it is not.
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const forged = changed({
    'manifest.json': manifest,
    'signature.json': strToU8(
      JSON.stringify({
        algorithm: 'Ed25519',
        public_key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
        signature: sign(null, manifest, privateKey).toString('base64'),
      }),
    ),
  })
  expect(checkPack(forged).clean).toBe(true)
  expect(check(forged, '--data', core.dataDir)).toMatchObject({
    status: 1,
    verdict: { faults: [{ file: 'signature.json', message: expect.stringContaining('not this installation') }] },
  })
})
