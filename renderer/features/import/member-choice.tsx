import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The files of an archive; each may be left out. */
export function MemberChoice({
  members,
  excluded,
  onToggle,
}: {
  members: readonly string[]
  excluded: readonly string[]
  onToggle: (member: string) => void
}) {
  const { t } = useTranslation()
  if (members.length < 2) return null
  const listed = members.toSorted()
  return (
    <Checkbox.Group
      label={t('imports.members')}
      value={members.filter((member) => !excluded.includes(member))}
      onChange={(kept) => {
        const changed = members.find((member) => kept.includes(member) === excluded.includes(member))
        if (changed !== undefined) onToggle(changed)
      }}
    >
      <Stack gap={4} mt={6}>
        {listed.map((member) => (
          <Checkbox
            key={member}
            size="xs"
            value={member}
            label={member}
            disabled={!excluded.includes(member) && members.length - excluded.length === 1}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
