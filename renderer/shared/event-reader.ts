export interface StreamMessage {
  readonly event: string
  readonly data: string
}

/**
 * Cuts the text of a server-sent event stream into messages. Feed it pieces as they come; what is not yet complete is
 * kept for the next piece. Comments and unknown fields are skipped as the standard asks.
 */
export function createEventReader(): (piece: string) => StreamMessage[] {
  let rest = ''
  return (piece) => {
    rest += piece
    const blocks = rest.split(/\r?\n\r?\n/)
    rest = blocks.pop() ?? ''
    return blocks.flatMap((block) => {
      let event = 'message'
      const data: string[] = []
      for (const line of block.split(/\r?\n/)) {
        const [, field, value] = /^(event|data): ?(.*)$/.exec(line) ?? []
        if (field === 'event') event = value ?? event
        if (field === 'data') data.push(value ?? '')
      }
      return data.length === 0 ? [] : [{ event, data: data.join('\n') }]
    })
  }
}
