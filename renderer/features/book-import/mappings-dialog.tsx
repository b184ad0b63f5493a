import { Button, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useAnswer } from '../../shared/use-answer.ts'
import classes from './book-import.module.css'

/** How exports were read: a mapping applies itself to the next file of the same header, until it is forgotten. */
export function MappingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const [turn, setTurn] = useState(0)
  const again = () => setTurn((before) => before + 1)
  const { data, failure } = useAnswer(api.bookWork.mappings, String(turn))
  return (
    <Dialog opened onClose={onClose} title={t('bookImport.mappings')} size="lg">
      <Text size="sm" mb="sm">
        {t('bookImport.mappingsText')}
      </Text>
      {failure && <LoadFailure what={t('bookImport.mappingsNotLoaded')} failure={failure} onRetry={again} />}
      {!data && !failure && <Skeleton height={80} />}
      {data?.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('bookImport.noMappings')}
        </Text>
      )}
      {data?.rows.map(({ id, name, mapping }) => (
        <div key={id} className={classes.kept}>
          <div>
            <Text size="sm" fw={600} truncate>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {mapping.columns
                .flatMap(({ header, role }) => (role === null ? [] : [`${header}: ${t(`bookImport.role.${role}`)}`]))
                .join(' · ')}
            </Text>
          </div>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('bookImport.forgetOf', { name })}
            onClick={() =>
              void act(async () => {
                await api.bookWork.forgetMapping(id)
                again()
              })
            }
          >
            {t('bookImport.forget')}
          </Button>
        </div>
      ))}
    </Dialog>
  )
}
