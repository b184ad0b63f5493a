import { Skeleton } from '@mantine/core'
import { IconBuildingBank, IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { Nothing } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import classes from './bank-window.module.css'
import { ChoiceList } from './choice-list.tsx'
import { drawnSize, usualPage } from './fit.ts'
import { KeyField } from './key-field.tsx'
import { PageDialog } from './page-dialog.tsx'
import { useBankWindow } from './use-bank-window.ts'
import { usePointer } from './use-pointer.ts'
import { useRoom } from './use-room.ts'
import { WindowBar } from './window-bar.tsx'
import type { WindowView } from './window-state.ts'

interface Props {
  readonly accountId: string
  /** What the script is doing when it acts. */
  readonly activity?: 'login' | 'reading'
}

const hintMs = 2500

/** The bank's page of an account, to look at and to act on. */
export function BankWindow({ accountId, activity = 'login' }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const id = useId()
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const keys = useRef<HTMLTextAreaElement>(null)
  const handButton = useRef<HTMLButtonElement>(null)
  const room = useRoom(stage)
  const { view, drawn, input } = useBankWindow(accountId, canvas, room)
  const [hasKeyboard, setHasKeyboard] = useState(false)
  const [hint, setHint] = useState(0)
  const [isBusy, setIsBusy] = useState(false)

  const isPerson = view.live === true && view.acting.actor === 'person'
  const canAct = isPerson && !view.lost && view.dialog === null
  const page = drawn ?? usualPage
  const size = drawn && room ? drawnSize(drawn, room) : null
  const scale = size ? size.width / page.width : 1

  const focusKeys = () => keys.current?.focus({ preventScroll: true })
  // The field can take the focus only once it may be used again, and loses it without a word when it may not.
  const wantsKeys = useRef(false)
  useEffect(() => {
    if (!canAct) return setHasKeyboard(false)
    if (wantsKeys.current) keys.current?.focus({ preventScroll: true })
    wantsKeys.current = false
  }, [canAct])
  usePointer({
    surface,
    page,
    isEnabled: canAct,
    onInput: input.push,
    onPress() {
      if (canAct) return focusKeys()
      if (view.live !== true || isPerson) return
      const mine = Date.now()
      setHint(mine)
      setTimeout(() => setHint((now) => (now === mine ? 0 : now)), hintMs)
    },
  })

  const hand = async (action: 'take' | 'hand-back') => {
    setIsBusy(true)
    wantsKeys.current = action === 'take'
    await act(() => api.bankWindow.control(accountId, action))
    setIsBusy(false)
  }
  const answer = (accept: boolean, text?: string) => {
    const { dialog } = view
    if (!dialog) return
    wantsKeys.current = true
    void act(() => api.bankWindow.dialog(accountId, { id: dialog.id, accept, ...(text === undefined ? {} : { text }) }))
  }

  return (
    <section className={classes.window} aria-label={t('bankWindow.label')}>
      {view.live === true && (
        <WindowBar
          view={view}
          activity={activity}
          isHinting={hint !== 0}
          isBusy={isBusy}
          handButton={handButton}
          onHand={(action) => void hand(action)}
          onPage={(what) => {
            input.push({ type: 'page', act: what })
            focusKeys()
          }}
        />
      )}
      <div ref={stage} className={classes.stage}>
        <div
          ref={surface}
          className={classes.surface}
          data-keyboard={hasKeyboard}
          data-drawn={drawn !== null}
          style={{ ...size, cursor: canAct ? view.cursor : 'default' }}
        >
          <canvas
            ref={canvas}
            className={classes.canvas}
            role="img"
            aria-label={pictureLabel(view, t('bankWindow.page'))}
          />
          <KeyField
            field={keys}
            label={t('bankWindow.keyboard')}
            describedBy={`${id}-keys`}
            isEnabled={canAct}
            input={input}
            place={placeOf(view, scale)}
            onFocus={setHasKeyboard}
            onLeave={() => handButton.current?.focus()}
          />
          {view.choices && canAct && (
            <ChoiceList
              key={view.choices.id}
              choices={view.choices}
              label={t('bankWindow.choose')}
              scale={scale}
              onChoose={(index) => {
                if (view.choices) input.push({ type: 'choose', id: view.choices.id, index })
                focusKeys()
              }}
            />
          )}
          {view.loading && <span className={classes.loading} role="progressbar" aria-label={t('common.loading')} />}
        </div>
        {view.dialog && isPerson && (
          <PageDialog key={view.dialog.id} dialog={view.dialog} origin={view.origin} onAnswer={answer} />
        )}
        <Condition view={view} hasPicture={drawn !== null} />
      </div>
      <p id={`${id}-keys`} className={classes.hint} data-shown={hasKeyboard}>
        {t('bankWindow.keysHint')}
      </p>
    </section>
  )
}

/** What stands where the picture is not there, or not true any more. */
function Condition({ view, hasPicture }: { view: WindowView; hasPicture: boolean }) {
  const { t } = useTranslation()
  if (view.lost)
    return (
      <div className={classes.veil}>
        <div className={classes.note} role="status">
          <Nothing
            icon={<IconPlugConnectedX size={28} />}
            title={t('bankWindow.lost')}
            text={t('bankWindow.lostText')}
          />
        </div>
      </div>
    )
  if (view.live === false)
    return (
      <div className={classes.middle}>
        <Nothing
          icon={<IconBuildingBank size={28} />}
          title={t('bankWindow.closed')}
          text={t('bankWindow.closedText')}
        />
      </div>
    )
  return hasPicture ? null : <Skeleton className={classes.skeleton} />
}

const pictureLabel = ({ title }: WindowView, page: string) => (title === '' ? page : `${page}: ${title}`)

const placeOf = ({ field }: WindowView, scale: number) =>
  field
    ? { left: field.x * scale, top: field.y * scale, height: field.height * scale, fontSize: 14 * scale }
    : { left: 0, top: 0 }
