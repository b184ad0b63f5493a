import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { receiveUpload } from '../../main/core/http/upload.ts'
import { tempDir } from '../support/temp-dir.ts'

const post = (form: FormData) => new Request('http://core.test/upload', { method: 'POST', body: form })
const withFile = (content: string, name = 'statement.csv') => {
  const form = new FormData()
  form.set('file', new File([content], name))
  return form
}

test('a file is kept as it was sent, with its hash, its name and the fields beside it', async () => {
  const folder = tempDir()
  const form = withFile('a;b\r\n1;2\r\n', 'März 2025.csv')
  form.append('exclude_lines', '7')
  form.append('exclude_lines', '9')
  const received = await receiveUpload(post(form), folder)
  expect(readFileSync(received.file.path, 'utf8')).toBe('a;b\r\n1;2\r\n')
  expect(received.file).toMatchObject({
    name: 'März 2025.csv',
    bytes: 10,
    sha256: createHash('sha256').update('a;b\r\n1;2\r\n').digest('hex'),
  })
  expect(received.fields.get('exclude_lines')).toEqual(['7', '9'])
  await received.discard()
  expect(readdirSync(folder)).toEqual([])
})

test('folders in a file name are cut off', async () => {
  const received = await receiveUpload(post(withFile('x', '../../etc/passwd')), tempDir())
  expect(received.file.name).toBe('passwd')
})

test('an empty file is received: what is wrong with it is said by the reader', async () => {
  expect((await receiveUpload(post(withFile('')), tempDir())).file.bytes).toBe(0)
})

test.each([
  ['a form without a file', post(new FormData()), 'upload.noFile'],
  ['no form', new Request('http://core.test/', { method: 'POST', body: 'x' }), 'upload.notForm'],
  [
    'a form cut off in its middle',
    new Request('http://core.test/', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
    }),
    'upload.broken',
  ],
])('%s is refused and leaves nothing behind', async (_, request, code) => {
  const folder = tempDir()
  await expect(receiveUpload(request, folder)).rejects.toMatchObject({ code })
  expect(readdirSync(folder)).toEqual([])
})

test('a file over the limit is refused and leaves nothing behind', async () => {
  const folder = tempDir()
  await expect(receiveUpload(post(withFile('x'.repeat(3000))), folder, 2000)).rejects.toMatchObject({
    code: 'upload.tooLarge',
  })
  expect(readdirSync(folder)).toEqual([])
})
