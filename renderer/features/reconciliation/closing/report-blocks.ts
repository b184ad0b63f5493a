export interface ReportBlock {
  readonly title: string
  /** Names of the columns; none for pairs of a name and a value. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Cells of a CSV with quotes doubled and any line ends. A guard before a sign of a formula is taken off. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  const plain = text.replace(/^\ufeff/, '')
  while (cell.lastIndex < plain.length) {
    const found = cell.exec(plain)
    if (!found) break
    const [, quoted, bare = '', end] = found
    row.push((quoted?.replaceAll('""', '"') ?? bare).replace(/^'(?=[=+\-@\t\r])/, ''))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The report as it would be saved, in blocks: an empty line parts them, the first line of each is its title. */
export function readReport(csv: string): ReportBlock[] {
  const blocks: string[][][] = [[]]
  for (const row of readCsv(csv))
    if (row.every((value) => value === '')) blocks.push([])
    else blocks.at(-1)?.push(row)
  return blocks
    .filter((rows) => rows.length > 0)
    .map(([first = [], ...rest]) => {
      const isTable = (rest[0]?.length ?? 0) > 2
      if (first.length > 1) return { title: '', head: [], rows: [first, ...rest] }
      return { title: first[0] ?? '', head: isTable ? (rest[0] ?? []) : [], rows: isTable ? rest.slice(1) : rest }
    })
}
