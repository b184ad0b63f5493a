import { useFormats } from '../use-formats.ts'
import classes from './text.module.css'

/** An amount with its currency small beside it; debits carry a minus, never only a colour. */
export function Amount({ amount, currency }: { amount: string; currency: string }) {
  const { money } = useFormats()
  return (
    <span className={classes.amount}>
      {money(amount)} <span className={classes.currency}>{currency}</span>
    </span>
  )
}
