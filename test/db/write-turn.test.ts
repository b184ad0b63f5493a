import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { createWriteTurn, giveWay, isTurnWanted, takeTurn } from '../../main/core/db/write-turn.ts'

test('a thread stands back until who wants to write has written, and only then', async () => {
  const turn = createWriteTurn()
  giveWay(turn)
  const writer = new Worker(
    `const { parentPort, workerData: turn } = require('node:worker_threads')
     Atomics.add(turn, 0, 1)
     parentPort.postMessage('wants to')
     Atomics.wait(turn, 0, 1, 60)
     Atomics.sub(turn, 0, 1)
     Atomics.notify(turn, 0)`,
    { eval: true, workerData: turn },
  )
  onTestFinished(async () => void (await writer.terminate()))
  await new Promise((resolve) => writer.once('message', resolve))

  giveWay(turn)

  expect(isTurnWanted(turn)).toBe(false)
})

test('work that fails leaves no one waiting', () => {
  const turn = createWriteTurn()
  const failing = () =>
    takeTurn(turn, () => {
      expect(isTurnWanted(turn)).toBe(true)
      throw new Error('disk full')
    })
  expect(failing).toThrow('disk full')
  expect(isTurnWanted(turn)).toBe(false)
})
