import { Skeleton } from '@mantine/core'
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { InboxItem } from '../../api-types.ts'
import { rowAt } from '../../shared/list/list-window.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './inbox.module.css'
import { isForBulk, markOf } from './item-kinds.ts'
import { inboxList, toggleMarked, useInbox, useSitting } from './store.ts'
import type { Focus } from './use-focus.ts'

const rowHeight = 58

/** The questions in their order, drawn as they come into sight. Keys walk through them wherever the focus of the page is. */
export function InboxList({ focus }: { focus: Focus }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const list = useInbox((state) => state)
  const marked = useSitting((sitting) => sitting.marked)
  const scroller = useRef<HTMLDivElement>(null)
  const total = list.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const drawn = virtual.getVirtualItems()
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0]
  useEffect(() => {
    if (total > 0) inboxList.need(first, last)
  }, [first, last, total])

  const { id, index } = focus
  const isKnown = index >= 0
  // Not when others come and go above it: only the person moves the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isKnown) virtual.scrollToIndex(index)
  }, [id, isKnown])

  return (
    <section className={classes.list} aria-label={t('nav.inbox')}>
      <div className={classes.total} role="status">
        {t('inbox.total', plural(total, number))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <div ref={scroller} className={classes.scroller} tabIndex={0}>
        <ul className={classes.rows} aria-label={t('inbox.waiting')} style={{ height: total * rowHeight }}>
          {drawn.map(({ key, index: place, start }) => {
            const item = rowAt(list, place)
            const style = { height: rowHeight, transform: `translateY(${start}px)` }
            if (item === undefined)
              return (
                <li key={key} className={classes.row} style={style} aria-hidden>
                  <Skeleton height={9} width={`${50 + ((place * 37) % 40)}%`} m="auto 16px" />
                </li>
              )
            return (
              <Row
                key={item.id}
                item={item}
                place={{ style, setSize: total, position: place + 1 }}
                isFocused={item.id === id}
                isMarked={marked.some((each) => each.id === item.id)}
                onGo={() => focus.go(item.id)}
              />
            )
          })}
        </ul>
      </div>
    </section>
  )
}

interface RowProps {
  item: InboxItem
  place: { style: React.CSSProperties; setSize: number; position: number }
  isFocused: boolean
  isMarked: boolean
  onGo: () => void
}

function Row({ item, place, isFocused, isMarked, onGo }: RowProps) {
  const { t } = useTranslation()
  return (
    <li
      className={classes.row}
      style={place.style}
      aria-setsize={place.setSize}
      aria-posinset={place.position}
      data-focused={isFocused || undefined}
    >
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
            {(item.amount !== null || item.kind === 'question') && ` · ${item.account_name}`}
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
          onClick={() => toggleMarked(item)}
        >
          {isMarked ? <IconSquareCheckFilled size={16} /> : <IconSquare size={16} />}
        </button>
      )}
    </li>
  )
}
