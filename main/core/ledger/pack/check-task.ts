import { readFileSync } from 'node:fs'
import { checkPack, type PackVerdict } from './check-pack.ts'

/** Checks a pack that was sent, in a thread: it is unpacked whole. */
export const checkSentPack = async ({ path }: { readonly path: string }): Promise<PackVerdict> =>
  checkPack(readFileSync(path))
