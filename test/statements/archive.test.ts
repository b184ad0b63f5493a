import { expect, test } from 'vitest'
import { openArchive } from '../../main/core/statements/archive.ts'
import { writeZip } from '../support/zip-writer.ts'
import { writeOne } from './camt-writer.ts'
import { read } from './reading.ts'

const statement = writeOne({ opening: '0', closing: '1.00', entries: [{ amount: '1.00' }] })

async function bytesOf(member: { bytes(): AsyncIterable<Uint8Array> } | undefined): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of member?.bytes() ?? []) parts.push(part)
  return Buffer.concat(parts)
}

test('35: equal members once; folders, resource forks and hidden files are passed over', async () => {
  const { members, duplicates } = await openArchive(
    writeZip([
      { name: 'march/' },
      { name: 'march/a.xml', content: statement },
      { name: 'march/b.xml', content: statement, isStored: true },
      { name: '__MACOSX/march/._a.xml', content: 'fork' },
      { name: 'march/.DS_Store', content: 'hidden' },
    ]),
  )
  expect(members.map(({ path }) => path)).toEqual(['march/a.xml'])
  expect(duplicates).toEqual([{ path: 'march/b.xml', sameAs: 'march/a.xml' }])
  const { statements } = await read(await bytesOf(members[0]))
  expect(statements[0]?.proof.status).toBe('proved')
})

test('36: too many members, too large, too tightly packed: refused before anything is unpacked', async () => {
  const many = writeZip(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.xml`, content: `${i}` })))
  await expect(openArchive(many)).rejects.toMatchObject({ code: 'archive_too_many_members' })
  const bomb = writeZip([{ name: 'a.xml', content: Buffer.alloc(5_000_000) }])
  await expect(openArchive(bomb)).rejects.toMatchObject({ code: 'archive_ratio' })
  const large = writeZip([
    { name: 'a.xml', content: Buffer.alloc(600, 'a'), isStored: true },
    { name: 'b.xml', content: Buffer.alloc(600, 'b'), isStored: true },
  ])
  await expect(openArchive(large, { members: 10, unpackedBytes: 1000, ratio: 200 })).rejects.toMatchObject({
    code: 'archive_too_large',
  })
})

test('a member that unpacks to more than it claims is stopped', async () => {
  const lying = writeZip([{ name: 'a.xml', content: Buffer.alloc(400_000, 'xyz'), claimedSize: 1000 }])
  const { members } = await openArchive(lying)
  await expect(bytesOf(members[0])).rejects.toMatchObject({ code: 'archive_damaged' })
})

test('names are never paths', async () => {
  const { members } = await openArchive(
    writeZip([
      { name: '../../etc/passwd', content: 'a' },
      { name: '/absolute/b.xml', content: 'bb' },
      { name: 'C:\\windows\\c.xml', content: 'ccc' },
      { name: 'x\u0000\u202ey.xml', content: 'dddd' },
    ]),
  )
  expect(members.map(({ path }) => path)).toEqual(['etc/passwd', 'absolute/b.xml', 'windows/c.xml', 'xy.xml'])
})

test('an archive inside is opened once, not twice', async () => {
  const inner = writeZip([{ name: 'b.xml', content: statement }])
  const { members } = await openArchive(writeZip([{ name: 'inner.zip', content: inner }]))
  expect(members.map(({ path }) => path)).toEqual(['inner.zip/b.xml'])
  const twice = writeZip([{ name: 'outer.zip', content: writeZip([{ name: 'inner.zip', content: inner }]) }])
  await expect(openArchive(twice)).rejects.toMatchObject({ code: 'archive_nested' })
})

test('a workbook is told from an archive, alone and inside one', async () => {
  const workbook = writeZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/workbook.xml' }])
  await expect(openArchive(workbook)).rejects.toMatchObject({ code: 'spreadsheet_not_supported' })
  const { members } = await openArchive(writeZip([{ name: 'book.xlsx', content: workbook }]))
  await expect(read(await bytesOf(members[0]))).rejects.toMatchObject({ code: 'spreadsheet_not_supported' })
})

test('damaged, protected and empty archives are refused', async () => {
  const whole = writeZip([{ name: 'a.xml', content: statement }])
  await expect(openArchive(whole.subarray(0, -30))).rejects.toMatchObject({ code: 'archive_damaged' })
  const hurt = Buffer.from(whole)
  hurt.fill(0xff, 60, 90)
  const { members } = await openArchive(hurt)
  await expect(bytesOf(members[0])).rejects.toMatchObject({ code: 'archive_damaged' })
  await expect(openArchive(writeZip([{ name: 'a', content: 'b', isEncrypted: true }]))).rejects.toMatchObject({
    code: 'archive_encrypted',
  })
  await expect(openArchive(writeZip([{ name: 'only/' }]))).rejects.toMatchObject({ code: 'archive_empty' })
})
