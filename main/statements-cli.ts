import { parseArgs } from 'node:util'
import { asJson, asLines } from './node/statements/print.ts'
import { type FileSummary, summarisePath } from './node/statements/summarise.ts'

/** `npm run statements -- FILE… [--json]`: what was read, the proof, every warning. Exit code 0 only if all was read. */
const usage = 'Usage: npm run statements -- FILE… [--json]\n'

async function show(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (positionals.length === 0) {
    process.stderr.write(usage)
    return 2
  }
  const files: FileSummary[] = []
  for (const path of positionals)
    for (const summary of await summarisePath(path)) {
      files.push(summary)
      if (!values.json) process.stdout.write(`${asLines(summary).join('\n')}\n\n`)
    }
  if (values.json) process.stdout.write(`${asJson(files)}\n`)
  return files.every(({ error }) => error === null) ? 0 : 1
}

show(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    process.exitCode = 2
  })
