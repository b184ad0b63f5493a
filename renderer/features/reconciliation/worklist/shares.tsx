import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'
import { useBookFormats } from '../use-book-formats.ts'
import classes from './hand.module.css'
import { type Side, setShare, shareOf, useSelection } from './manual-selection.ts'

const sideNames: readonly Side[] = ['open_source', 'open_ledger']

/** What was chosen on both sides, and how much of each: all that is open, unless a part is typed. */
export function Shares({ wanted }: { wanted: { readonly id: string } | null }) {
  const { t } = useTranslation()
  const chosen = useSelection((state) => state.chosen)
  const fields = useRef(new Map<string, HTMLInputElement>())
  useEffect(() => {
    if (!wanted) return
    // After the key that asked for it, which would be typed into the field.
    const frame = requestAnimationFrame(() => {
      const field = fields.current.get(wanted.id)
      field?.focus()
      field?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted])
  if (chosen.open_source.length + chosen.open_ledger.length === 0) return null
  return (
    <section className={classes.shares} aria-label={t('manual.chosen')}>
      {sideNames.map((name) => (
        <div key={name} className={classes.shareSide}>
          {chosen[name].map((row) => (
            <Share
              key={row.id}
              row={row}
              field={(element) => {
                if (element) fields.current.set(row.id, element)
                else fields.current.delete(row.id)
              }}
            />
          ))}
        </div>
      ))}
    </section>
  )
}

function Share({ row, field }: { row: QueueRow; field: (element: HTMLInputElement | null) => void }) {
  const { t } = useTranslation()
  const { amount } = useBookFormats()
  const typed = useSelection(({ shares }) => shares[row.id])
  const name = row.name ?? row.text ?? t('worklist.noName')
  const share = shareOf(row, typed)
  return (
    <div className={classes.share}>
      <span className={classes.shareName} title={name}>
        {name}
      </span>
      <Sum value={row.amount} bare />
      <TextInput
        ref={field}
        size="xs"
        aria-label={t('manual.shareOf', { name })}
        inputMode="decimal"
        placeholder={row.amount ? amount({ ...row.amount, amount: row.amount.amount.replace('-', '') }) : ''}
        value={typed ?? ''}
        onChange={(event) => setShare(row.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          event.currentTarget.blur()
        }}
        error={share === null ? t('manual.tooMuch') : undefined}
      />
    </div>
  )
}
