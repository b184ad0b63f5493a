interface Place {
  readonly line: number
  readonly column: number
}

/** Counts what the parser does not see, so that messages name the places of the file and not of what was parsed. */
export class SkippedText {
  private lines = 0
  private columnShift = 0
  private shiftedLine = -1

  /** `text` stands where the parser is now. */
  add(text: string, { line, column }: Place): void {
    let lines = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
    if (lines > 0) this.columnShift = text.length - text.lastIndexOf('\n') - 1 - column
    else this.columnShift = (this.shiftedLine === line ? this.columnShift : 0) + text.length
    this.shiftedLine = line
    this.lines += lines
  }

  /** Line and column in the file, both from 1. */
  placeOf({ line, column }: Place): Place {
    return { line: line + this.lines, column: column + 1 + (line === this.shiftedLine ? this.columnShift : 0) }
  }
}
