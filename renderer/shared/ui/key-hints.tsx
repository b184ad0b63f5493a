import { Kbd, UnstyledButton } from '@mantine/core'
import classes from './key-hints.module.css'

interface KeyHint {
  readonly id: string
  readonly keys: readonly string[]
  readonly label: string
  readonly run: () => void
}

/** The keys of a place, each also a button. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <footer className={classes.hints}>
      {hints.map(({ id, keys, label, run }) => (
        <UnstyledButton
          key={id}
          className={classes.hint ?? ''}
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
          tabIndex={-1}
        >
          {keys.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
          {label}
        </UnstyledButton>
      ))}
    </footer>
  )
}
