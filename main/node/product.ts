import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version in package.json. */
export const readVersion = (packageRoot: string): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version
