import { expect } from 'vitest'

/** Looks again until it fits: what a browser does takes its time on a busy machine. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 20 })
