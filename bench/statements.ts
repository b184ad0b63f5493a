import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './processes.ts'

const run = promisify(execFile)

/** Files of 250,000 lines read as streams, nothing stored. Targets: camt.053 20 s and 400 MB, CSV 6 s, detection 20 ms. */
export async function statements() {
  const results = []
  for (const kind of ['camt', 'csv']) {
    const { stdout } = await run(process.execPath, [join(root, 'bench', 'statement-reader.ts'), kind, '250000'])
    results.push(JSON.parse(stdout))
  }
  return results
}
