import { expect, onTestFinished, test, vi } from 'vitest'
import { followEvents } from '../../../renderer/shared/follow-events.ts'

/** A line to the program that the test opens, feeds and cuts. */
function lines() {
  const opened: { feed: (text: string) => void; cut: () => void; signal: AbortSignal }[] = []
  let refuse = 0
  const open = async (signal: AbortSignal) => {
    if (refuse > 0) {
      refuse -= 1
      throw new Error('no connection')
    }
    return new ReadableStream<Uint8Array>({
      start(controller) {
        signal.addEventListener('abort', () => controller.error(signal.reason))
        opened.push({
          feed: (text) => controller.enqueue(new TextEncoder().encode(text)),
          cut: () => controller.close(),
          signal,
        })
      },
    })
  }
  return {
    opened,
    open,
    refuseNext: (times: number) => {
      refuse = times
    },
  }
}

function follow({ open }: ReturnType<typeof lines>) {
  const to = { message: vi.fn(), opened: vi.fn(), lost: vi.fn() }
  const stop = followEvents(open, to)
  onTestFinished(stop)
  return { to, stop }
}

test('tells when the line stands, then every message', async () => {
  const program = lines()
  const { to } = follow(program)
  await vi.waitFor(() => expect(to.opened).toHaveBeenCalledOnce())

  program.opened[0]?.feed('data: 1\n\ndata:')
  program.opened[0]?.feed(' 2\n\n')

  await vi.waitFor(() => expect(to.message.mock.calls.map(([{ data }]) => data)).toEqual(['1', '2']))
})

test('a cut line is opened again, and that is told so that the screen can be fetched again', async () => {
  const program = lines()
  const { to } = follow(program)
  await vi.waitFor(() => expect(program.opened).toHaveLength(1))

  program.opened[0]?.cut()

  await vi.waitFor(() => expect(to.opened).toHaveBeenCalledTimes(2), { timeout: 3000 })
  expect(to.lost).toHaveBeenCalledOnce()
})

test('the pause grows while the program is away', async () => {
  const program = lines()
  program.refuseNext(2)
  const { to } = follow(program)

  await vi.waitFor(() => expect(to.opened).toHaveBeenCalledOnce(), { timeout: 6000 })

  const [first, second] = to.lost.mock.calls.map(([pause]) => pause as number)
  expect(first).toBeGreaterThanOrEqual(500)
  expect(first).toBeLessThanOrEqual(1000)
  expect(second).toBeGreaterThanOrEqual(1000)
})

test('stopping closes the line and opens no other', async () => {
  const program = lines()
  const { to, stop } = follow(program)
  await vi.waitFor(() => expect(program.opened).toHaveLength(1))

  stop()

  await vi.waitFor(() => expect(program.opened[0]?.signal.aborted).toBe(true))
  expect(to.lost).not.toHaveBeenCalled()
})
