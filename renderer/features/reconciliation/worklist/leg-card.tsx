import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CodeBlock } from '../../../shared/ui/code-block.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import type { Entry, ItemDetail, Money } from '../ledger-api.ts'
import { Day, Sum } from '../sum.tsx'
import { type CharPart, charMarks, fragmentMarks } from './char-marks.ts'
import classes from './leg.module.css'

/** The other side of a one-to-one proposal, to compare with. */
export interface Other {
  readonly name: string | null
  readonly account: string | null
}
const nobody: Other = { name: null, account: null }

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** A line of the statement with what the bank said. */
export function ItemCard(props: {
  item: ItemDetail
  amount: Money
  other?: Other
  fragments?: readonly string[]
  raw: boolean
}) {
  const { t } = useTranslation()
  const { item, other = nobody, fragments = [] } = props
  return (
    <article className={classes.leg}>
      <Head name={item.counterparty_name} other={other.name} amount={props.amount} />
      <dl className={classes.facts}>
        <Fact label={t('match.booked')}>
          <Day day={item.booking_date} />
          {item.value_date !== null && item.value_date !== item.booking_date && (
            <>
              {' · '}
              {t('match.valued')} <Day day={item.value_date} />
            </>
          )}
        </Fact>
        <Fact label={t('match.text')}>
          {item.remittance_text !== null && (
            <Marked parts={fragmentMarks(item.remittance_text, fragments)} kind="agrees" />
          )}
        </Fact>
        <Fact label={t('match.info')}>{text(item.facts.additionalInfo)}</Fact>
        <Fact label={t('match.account')}>
          {item.counterparty_account !== null && <Compared text={item.counterparty_account} other={other.account} />}
        </Fact>
        <Fact label={t('match.reference')}>{text(item.facts.endToEndId) ?? item.bank_reference}</Fact>
        <Fact label={t('match.wholeAmount')}>
          {item.amount !== null && item.amount.amount !== props.amount.amount && <Sum value={item.amount} />}
        </Fact>
        <Fact label={t('worklist.note')}>{item.note}</Fact>
      </dl>
      {item.parts.some(({ level }) => level === 'detail') && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('match.parts', { n: item.parts.length })}
        </Text>
      )}
      {props.raw && (
        <div style={{ marginTop: 8 }}>
          {item.raw === null ? (
            <Text size="xs" c="dimmed">
              {t('match.noRaw')}
            </Text>
          ) : (
            <CodeBlock label={t('match.raw')}>{item.raw}</CodeBlock>
          )}
        </div>
      )}
    </article>
  )
}

/** An entry of the books. */
export function EntryCard(props: { entry: Entry; amount: Money; other?: Other; fragments?: readonly string[] }) {
  const { t } = useTranslation()
  const { entry, other = nobody, fragments = [] } = props
  const document = [entry.document_no, entry.external_document_no].filter(Boolean).join(' · ')
  return (
    <article className={classes.leg}>
      <Head name={entry.counterparty_name} other={other.name} amount={props.amount} />
      <dl className={classes.facts}>
        <Fact label={t('match.booked')}>
          <Day day={entry.booking_date} />
          {entry.due_date !== null && (
            <>
              {' · '}
              {t('match.due')} <Day day={entry.due_date} />
            </>
          )}
        </Fact>
        <Fact label={t('books.document')}>
          {document !== '' && <Marked parts={fragmentMarks(document, fragments)} kind="agrees" />}
        </Fact>
        <Fact label={t('match.text')}>
          {entry.description !== '' && <Marked parts={fragmentMarks(entry.description, fragments)} kind="agrees" />}
        </Fact>
        <Fact label={t('match.account')}>
          {entry.counterparty_account !== null && <Compared text={entry.counterparty_account} other={other.account} />}
        </Fact>
        <Fact label={t('match.wholeAmount')}>
          {entry.signed_amount.amount !== props.amount.amount && <Sum value={entry.signed_amount} />}
        </Fact>
      </dl>
      {entry.reconciliation_status === 'partial' && (
        <StatusMark kind="ask">{t('books.entryStatus.partial')}</StatusMark>
      )}
    </article>
  )
}

function Head({ name, other, amount }: { name: string | null; other: string | null; amount: Money }) {
  const { t } = useTranslation()
  return (
    <div className={classes.legHead}>
      <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {name === null ? <Text c="dimmed">{t('worklist.noName')}</Text> : <Compared text={name} other={other} />}
      </span>
      <Sum value={amount} />
    </div>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  if (children === null || children === false || children === undefined) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Compared({ text: shown, other }: { text: string; other: string | null }) {
  if (other === null) return shown
  return <Marked parts={charMarks(shown, other)} kind="differs" />
}

/** Differing characters are underlined, agreeing fragments lie on a ground; never by colour alone. */
function Marked({ parts, kind }: { parts: readonly CharPart[]; kind: 'differs' | 'agrees' }) {
  return parts.map(({ text: shown, same }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    <span key={index} className={same === (kind === 'agrees') ? classes[kind] : undefined}>
      {shown}
    </span>
  ))
}
