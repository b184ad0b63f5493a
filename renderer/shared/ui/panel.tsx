import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../list/list.module.css'
import { isTyping } from '../typing.ts'

interface Props {
  /** Names the panel for assistive technology. */
  label: string
  title: ReactNode
  onClose: () => void
  children: ReactNode
}

/** The detail beside a list. It has its own address; Esc leads back. */
export function Panel({ label, title, onClose, children }: Props) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isTyping(event)) onClose()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onClose])
  return (
    <aside ref={panel} className={classes.panel} aria-label={label} tabIndex={-1}>
      <div className={classes.panelHead}>
        <div className={classes.panelTitle}>{title}</div>
        <Tooltip label={`${t('common.close')} · Esc`}>
          <ActionIcon aria-label={t('common.close')} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.panelBody}>{children}</div>
    </aside>
  )
}
