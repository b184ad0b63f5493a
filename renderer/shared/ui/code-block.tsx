import classes from './text.module.css'

/** Text as it travels, e.g. a payload; scrolls when long, can be reached and scrolled by keys. */
export function CodeBlock({ children, label }: { children: string; label: string }) {
  return (
    <section aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <pre className={classes.code} tabIndex={0}>
        {children}
      </pre>
    </section>
  )
}
