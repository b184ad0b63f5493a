import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKeyFileHolder } from '../../main/node/key-file-holder.ts'
import { chooseKeyHolder } from '../../main/node/key-holder.ts'
import { createPassphraseHolder } from '../../main/node/passphrase-holder.ts'
import { makeFolder } from '../support/folder.ts'

const dataKey = randomBytes(32)
const unavailable = (message: RegExp) =>
  expect.objectContaining({ code: 'secrets.unavailable', message: expect.stringMatching(message) })

describe('key file', () => {
  it('is made at the first wrapping, for its owner alone, and opens what it wrapped', async () => {
    const file = join(makeFolder(), 'key')
    const holder = createKeyFileHolder(file)
    expect(existsSync(file)).toBe(false)
    const wrapped = await holder.wrap(dataKey)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(wrapped).not.toContain(dataKey.toString('base64'))
    expect(Buffer.from(await createKeyFileHolder(file).unwrap(wrapped))).toEqual(dataKey)
  })

  it('keeps an existing key', async () => {
    const file = join(makeFolder(), 'key')
    const first = await createKeyFileHolder(file).wrap(dataKey)
    const key = readFileSync(file, 'utf8')
    await createKeyFileHolder(file).wrap(randomBytes(32))
    expect(readFileSync(file, 'utf8')).toBe(key)
    expect(Buffer.from(await createKeyFileHolder(file).unwrap(first))).toEqual(dataKey)
  })

  it('refuses a file that others can read, and says the remedy', async () => {
    const file = join(makeFolder(), 'key')
    const holder = createKeyFileHolder(file)
    const wrapped = await holder.wrap(dataKey)
    chmodSync(file, 0o644)
    await expect(holder.unwrap(wrapped)).rejects.toEqual(unavailable(/mode 644.*chmod 600/))
    await expect(holder.wrap(dataKey)).rejects.toEqual(unavailable(/chmod 600/))
  })

  it('says that the file is missing instead of making a new key over old data', async () => {
    const file = join(makeFolder(), 'key')
    const holder = createKeyFileHolder(file)
    const wrapped = await holder.wrap(dataKey)
    rmSync(file)
    await expect(holder.unwrap(wrapped)).rejects.toEqual(unavailable(/missing.*Put the file back/))
    expect(existsSync(file)).toBe(false)
  })

  it('notices another key, a shortened key and a changed wrapped key', async () => {
    const file = join(makeFolder(), 'key')
    const holder = createKeyFileHolder(file)
    const wrapped = await holder.wrap(dataKey)
    const flipped = wrapped.slice(0, -6) + (wrapped.at(-6) === 'A' ? 'B' : 'A') + wrapped.slice(-5)
    await expect(holder.unwrap(flipped)).rejects.toEqual(unavailable(/does not open/))
    writeFileSync(file, randomBytes(32).toString('base64'))
    await expect(holder.unwrap(wrapped)).rejects.toEqual(unavailable(/does not open/))
    writeFileSync(file, 'c2hvcnQ=')
    await expect(holder.unwrap(wrapped)).rejects.toEqual(unavailable(/damaged/))
  })
})

describe('passphrase', () => {
  it('opens what it wrapped, also when typed in another Unicode form', async () => {
    const wrapped = await createPassphraseHolder('contrase\u00f1a larga').wrap(dataKey)
    expect(Buffer.from(await createPassphraseHolder('contrasen\u0303a larga').unwrap(wrapped))).toEqual(dataKey)
  })

  it('refuses a wrong passphrase in words, and a changed parameter', async () => {
    const wrapped = await createPassphraseHolder('right').wrap(dataKey)
    await expect(createPassphraseHolder('wrong').unwrap(wrapped)).rejects.toEqual(
      unavailable(/right one in RECONBANKER/),
    )
    const dearer = wrapped.replace('131072,8,1', '1073741824,8,1')
    await expect(createPassphraseHolder('right').unwrap(dearer)).rejects.toEqual(unavailable(/damaged/))
    const cheaper = wrapped.replace('131072,8,1', '16384,8,1')
    await expect(createPassphraseHolder('right').unwrap(cheaper)).rejects.toEqual(unavailable(/does not open/))
  })

  it('never wraps twice in the same way', async () => {
    const holder = createPassphraseHolder('p')
    expect(await holder.wrap(dataKey)).not.toBe(await holder.wrap(dataKey))
  })
})

describe('several holders', () => {
  it('wraps with the first and opens with the one that wrapped', async () => {
    const fileHolder = createKeyFileHolder(join(makeFolder(), 'key'))
    const wrapped = await fileHolder.wrap(dataKey)
    const both = chooseKeyHolder([createPassphraseHolder('p'), fileHolder])
    expect(both.kind).toBe('passphrase')
    expect(await both.wrap(dataKey)).toMatch(/^passphrase:/)
    expect(Buffer.from(await both.unwrap(wrapped))).toEqual(dataKey)
  })

  it('says which start opens data of a holder that is not here', async () => {
    const onlyFile = chooseKeyHolder([createKeyFileHolder(join(makeFolder(), 'key'))])
    await expect(onlyFile.unwrap('passphrase:131072,8,1,AA:AAAA')).rejects.toEqual(
      unavailable(/RECONBANKER_PASSPHRASE/),
    )
    await expect(onlyFile.unwrap('safe-storage:AAAA')).rejects.toEqual(unavailable(/desktop program/))
    await expect(onlyFile.unwrap('nonsense')).rejects.toEqual(unavailable(/damaged/))
  })
})
