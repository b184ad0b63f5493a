import { Button, Code, List, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from './section.tsx'

interface Props {
  name: string
  onDelete: () => Promise<unknown>
}

/** Delete account: says what is erased; the button wakes when the exact name is typed (spec 10.3). */
export function DangerSection({ name, onDelete }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  return (
    <Section name="danger" completeness="optional">
      <List size="sm" spacing={2}>
        {(['settings', 'movements', 'requests', 'deliveries', 'profile'] as const).map((what) => (
          <List.Item key={what}>{t(`settings.erased.${what}`)}</List.Item>
        ))}
      </List>
      <Text size="sm">
        {t('settings.typeName')} <Code>{name}</Code>
      </Text>
      <TextInput
        aria-label={t('settings.typeNameLabel')}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div>
        <Button
          color="red"
          disabled={typed !== name}
          loading={busy}
          onClick={async () => {
            setBusy(true)
            await onDelete()
            setBusy(false)
          }}
        >
          {t('settings.deleteAccount')}
        </Button>
      </div>
    </Section>
  )
}
