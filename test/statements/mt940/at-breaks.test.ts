import { expect, test } from 'vitest'
import { readMt940 } from '../../../main/core/statements/mt940/read-mt940.ts'
import { entryOf, readText } from '../read-text.ts'

const text =
  '@@:20:X@@:25:1@@:28C:0@@:60F:C250101EUR1,00@@:61:250102C2,00NTRFNONREF@@:86:166?00A?20rent a@@?21b@c?32ANNA@@:62F:C250102EUR3,00@@-@@'

test('line ends written as "@@" are line ends, wherever the file is cut; a lone "@" is text', async () => {
  for (const size of [1, 2, 3, 7, 4096]) {
    const read = await readText(readMt940, text, {}, size)
    expect(read.statements[0]?.proof).toEqual({ status: 'proved', difference: 0 })
    expect(entryOf(read)).toMatchObject({ amount: 200, remittanceJoined: 'rent ab@c', counterpartyName: 'ANNA' })
  }
})

test('"@@" within an ordinary file is text', async () => {
  const read = await readText(
    readMt940,
    ':20:X\n:25:1\n:60F:C250101EUR1,00\n:61:250102C2,00NTRFNONREF\n:86:a@@b\n:62F:C250102EUR3,00\n-',
  )
  expect(entryOf(read).remittanceText).toBe('a@@b')
})
