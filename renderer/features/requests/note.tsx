import { Button, Group, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import classes from './requests.module.css'
import { saveNote } from './store.ts'

/** What people write to each other about a request. */
export function Note({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const act = useAct()
  const saved = request.note ?? ''
  const [text, setText] = useState(saved)
  useEffect(() => setText(saved), [saved])
  const isChanged = text.trim() !== saved
  return (
    <div className={classes.section}>
      <Textarea
        label={t('note.label')}
        placeholder={t('note.placeholder')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isChanged && (
        <Group gap="xs" mt="xs">
          <Button onClick={() => void act(() => saveNote(request.id, text), t('note.saved'))}>{t('note.save')}</Button>
          <Button variant="default" onClick={() => setText(saved)}>
            {t('common.cancel')}
          </Button>
        </Group>
      )}
    </div>
  )
}
