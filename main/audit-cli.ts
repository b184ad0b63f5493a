import { parseArgs } from 'node:util'
import { verdictLines, verifyFolder } from './node/audit/verify-folder.ts'
import { defaultDataDir } from './node/data-dir.ts'

/** `npm run audit -- verify [--data DIR] [--json]`. Exit code 0 only if all is as recorded, 1 if not, 2 if it cannot be said. */
const usage = 'Usage: npm run audit -- verify [--data DIR] [--json]\n'

function audit(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [command, ...rest] = positionals
  if (command !== 'verify' || rest.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  const verdict = verifyFolder(values.data ?? defaultDataDir())
  process.stdout.write(`${verdictLines(verdict).join('\n')}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
  return verdict.clean ? 0 : 1
}

try {
  process.exitCode = audit(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
