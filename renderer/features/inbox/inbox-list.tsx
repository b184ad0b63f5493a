import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { InboxItem, InboxPage } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './inbox.module.css'
import { isForBulk, markOf } from './item-kinds.ts'
import { toggleMarked } from './store.ts'

interface Props {
  page: InboxPage
  focus: string | null
  marked: readonly string[]
  onGo: (id: string) => void
}

/** The questions in their order. Keys walk through them wherever the focus of the page is. */
export function InboxList({ page, focus, marked, onGo }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (focus !== null) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [focus])
  const hidden = page.total - page.items.length
  return (
    <section className={classes.list} aria-label={t('nav.inbox')}>
      <div className={classes.total} role="status">
        {t('inbox.total', plural(page.total, number))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <ul ref={list} className={classes.rows} tabIndex={0} aria-label={t('inbox.waiting')}>
        {page.items.map((item) => (
          <Row
            key={item.id}
            item={item}
            isFocused={item.id === focus}
            isMarked={marked.includes(item.id)}
            onGo={() => onGo(item.id)}
          />
        ))}
      </ul>
      {hidden > 0 && <div className={classes.more}>{t('inbox.more', plural(hidden, number))}</div>}
    </section>
  )
}

interface RowProps {
  item: InboxItem
  isFocused: boolean
  isMarked: boolean
  onGo: () => void
}

function Row({ item, isFocused, isMarked, onGo }: RowProps) {
  const { t } = useTranslation()
  return (
    <li className={classes.row} data-focused={isFocused || undefined}>
      <Link
        to={`/inbox?item=${encodeURIComponent(item.id)}`}
        className={classes.rowLink ?? ''}
        tabIndex={-1}
        aria-current={isFocused ? 'true' : undefined}
        // A click must not take the keys away from the page.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          onGo()
        }}
      >
        <span className={classes.rowLine}>
          <StatusMark kind={markOf[item.kind]}>{t(`inbox.kind.${item.kind}`)}</StatusMark>
          {item.amount !== null && <Amount amount={item.amount} currency={item.currency ?? ''} />}
        </span>
        <span className={classes.rowLine} data-quiet>
          <span className={classes.rowName}>
            {item.name ?? item.reference ?? item.account_name}
            {item.amount !== null && ` · ${item.account_name}`}
          </span>
          <Moment at={item.since} form="relative" />
        </span>
      </Link>
      {isForBulk(item) && (
        <button
          type="button"
          className={classes.tick}
          tabIndex={-1}
          aria-pressed={isMarked}
          aria-label={t('inbox.mark', { what: item.reference ?? item.name ?? '' })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => toggleMarked(item.id)}
        >
          {isMarked ? <IconSquareCheckFilled size={16} /> : <IconSquare size={16} />}
        </button>
      )}
    </li>
  )
}
