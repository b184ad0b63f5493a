/**
 * A whole table in one evaluation: per row one text per column, `null` where the column's element is missing. A column
 * is a CSS selector inside the row, `selector@name` for an attribute, `@name` for one of the row itself, `.` for the
 * row's own text. Runs inside the bank page: sent as source text, it may use nothing from outside itself.
 */
export function readRows(rows: Element[], columns: Record<string, string>): Record<string, string | null>[] {
  const plans = Object.entries(columns).map(([name, written]) => {
    const [, selector = '', attribute] = /^(.*?)(?:@([A-Za-z_][\w:.-]*))?$/s.exec(written.trim()) ?? []
    return { name, selector: selector.trim(), attribute }
  })
  return rows.map((row) =>
    Object.fromEntries(
      plans.map(({ name, selector, attribute }) => {
        const isOwn = selector === '' || selector === '.'
        const element = (isOwn ? row : row.querySelector(selector)) as HTMLElement | null
        if (!element) return [name, null]
        if (attribute !== undefined) return [name, element.getAttribute(attribute)]
        // What a person sees: keeps "Juan<br>Pérez" apart and leaves hidden text out.
        const { innerText = element.textContent } = element
        return [name, innerText.replace(/\s+/g, ' ').trim()]
      }),
    ),
  )
}
