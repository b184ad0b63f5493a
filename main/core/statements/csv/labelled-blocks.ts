import { headerScore } from './match-header.ts'

/** Blocks begin among the first lines, below an account and a period. */
const searched = 100
const labelled = /^[ \t]*(\p{L}[\p{L} ./()-]{1,40}?)[ \u00a0]*:[ \t\u00a0]*(.*)$/u

interface Line {
  readonly text: string
  readonly end: string
}

const linesOf = (text: string): Line[] =>
  [...text.matchAll(/([^\r\n]*)(\r\r\n|\r\n|\n|\r|$)/g)].map((found) => ({ text: found[1] ?? '', end: found[2] ?? '' }))

const isEmpty = (line: Line | undefined): boolean => line === undefined || /^[\s\u00a0]*$/.test(line.text)

/** The labels of the block that begins at a line, down to the next blank one; null when a line of it has none. */
function labelsAt(lines: readonly Line[], start: number): readonly string[] | null {
  const labels: string[] = []
  for (let at = start; !isEmpty(lines[at]); at += 1) {
    const label = labelled.exec(lines[at]?.text ?? '')?.[1]
    if (label === undefined || labels.length > 12) return null
    labels.push(label)
  }
  return labels.length < 3 ? null : labels
}

const record = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/**
 * A list of blocks, each a line per label ("Date: …", "Amount: …"), as a table of as many lines: a block's record stands
 * on its first line, and the header on that of the first block. Null for any other text.
 */
export function tableOfBlocks(text: string): string | null {
  if (!/^[^\r\n,;\t|]*:/m.test(text.slice(0, 2_000))) return null
  const front = linesOf(text.slice(0, 20_000)).slice(0, searched)
  const first = front.findIndex((line, at) => {
    if (isEmpty(line) || !(at === 0 || isEmpty(front[at - 1]))) return false
    const labels = labelsAt(front, at)
    return labels !== null && headerScore(labels).hasEssentials
  })
  const header = first < 0 ? null : labelsAt(front, first)
  if (header === null) return null
  const lines = linesOf(text)
  const written: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const isBlock = at >= first && !isEmpty(lines[at]) && labelsAt(lines, at)?.join('|') === header.join('|')
    if (!isBlock) {
      written.push(`${lines[at]?.text ?? ''}${lines[at]?.end ?? ''}`)
      continue
    }
    const values = header.map((_, index) => labelled.exec(lines[at + index]?.text ?? '')?.[2] ?? '')
    const records = at === first ? [record(header), record(values)] : [record(values)]
    for (let index = 0; index < header.length; index += 1)
      written.push(`${records[index] ?? ''}${lines[at + index]?.end ?? ''}`)
    at += header.length - 1
  }
  return written.join('')
}
