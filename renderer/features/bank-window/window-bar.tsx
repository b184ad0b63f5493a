import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import {
  IconArrowLeft,
  IconHandStop,
  IconLock,
  IconLockOpen2,
  IconRefresh,
  IconRobot,
  IconX,
} from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './bank-window.module.css'
import { hostOf } from './page-dialog.tsx'
import type { WindowView } from './window-state.ts'

interface Props {
  readonly view: WindowView
  readonly activity: 'login' | 'reading'
  /** The person tried to act while the script does. */
  readonly isHinting: boolean
  readonly isBusy: boolean
  readonly handButton: RefObject<HTMLButtonElement | null>
  readonly onHand: (action: 'take' | 'hand-back') => void
  readonly onPage: (act: 'back' | 'reload' | 'close') => void
}

/** Who acts, where, and the way to change hands. */
export function WindowBar({ view, activity, isHinting, isBusy, handButton, onHand, onPage }: Props) {
  const { t } = useTranslation()
  const { acting } = view
  const isPerson = acting.actor === 'person'
  // The program names a step by the outcome that the page shows; anything else is already a sentence.
  const prompt =
    isPerson && acting.prompt !== null
      ? t(`bankWindow.prompt.${acting.prompt.replaceAll('-', '_')}`, { defaultValue: acting.prompt })
      : null
  return (
    <div className={classes.bar} data-actor={acting.actor}>
      <div className={classes.who} role="status">
        <span className={classes.mark} aria-hidden>
          {isPerson ? <IconHandStop size={16} /> : <IconRobot size={16} />}
        </span>
        <Text span fw={600} style={{ flex: 'none' }}>
          {!isPerson
            ? t(`bankWindow.acting.${activity}`)
            : acting.reason === 'step'
              ? t('bankWindow.acting.step')
              : t('bankWindow.acting.person')}
        </Text>
        {prompt !== null && (
          <Text span size="sm" lineClamp={2} title={prompt}>
            {prompt}
          </Text>
        )}
        {isHinting && !isPerson && (
          <Text span size="sm" c="dimmed" truncate>
            {t('bankWindow.takeFirst')}
          </Text>
        )}
      </div>
      <Address view={view} canAct={isPerson && !view.lost} onPage={onPage} />
      <Button
        ref={handButton}
        variant={isPerson ? 'filled' : 'default'}
        loading={isBusy}
        disabled={view.lost}
        onClick={() => onHand(isPerson ? 'hand-back' : 'take')}
      >
        {!isPerson
          ? t('bankWindow.take')
          : acting.reason === 'step'
            ? t('bankWindow.stepDone')
            : t('bankWindow.handBack')}
      </Button>
    </div>
  )
}

function Address({ view, canAct, onPage }: { view: WindowView; canAct: boolean; onPage: Props['onPage'] }) {
  const { t } = useTranslation()
  const { origin, title, popups } = view
  const isSafe = origin.startsWith('https:')
  return (
    <Group gap={6} wrap="nowrap" className={classes.address}>
      {canAct && (
        <>
          <IconAct label={t('bankWindow.back')} onClick={() => onPage('back')}>
            <IconArrowLeft size={14} />
          </IconAct>
          <IconAct label={t('bankWindow.reload')} onClick={() => onPage('reload')}>
            <IconRefresh size={14} />
          </IconAct>
        </>
      )}
      {origin !== '' && (
        <Tooltip label={title === '' ? origin : `${title} · ${origin}`}>
          <span className={classes.origin} data-safe={isSafe}>
            {isSafe ? (
              <IconLock size={12} aria-label={t('bankWindow.encrypted')} />
            ) : (
              <IconLockOpen2 size={12} aria-label={t('bankWindow.notEncrypted')} />
            )}
            <Text span inherit truncate>
              {hostOf(origin)}
            </Text>
          </span>
        </Tooltip>
      )}
      {popups > 0 && (
        <span className={classes.popup}>
          <Text span inherit truncate>
            {t('bankWindow.popup')}
          </Text>
          {canAct && (
            <IconAct label={t('bankWindow.closePopup')} onClick={() => onPage('close')}>
              <IconX size={12} />
            </IconAct>
          )}
        </span>
      )}
    </Group>
  )
}

function IconAct({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
