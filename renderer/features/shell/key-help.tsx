import { Group, Kbd, Modal, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { commandsIn, useCommandStore } from '../../shared/commands.ts'
import { commandKey } from './command-key.ts'
import type { Place } from './places.ts'
import classes from './shell.module.css'

interface Props {
  places: readonly Place[]
  opened: boolean
  onClose: () => void
}

/** All keys: those of the window, and those of the commands that the present screen offers. */
export function KeyHelp({ places, opened, onClose }: Props) {
  const { t } = useTranslation()
  const commands = useCommandStore((state) => state.byOwner)
  const here = commandsIn({ byOwner: commands }).flatMap(({ key, label }) =>
    key === undefined ? [] : [{ keys: [key.toUpperCase()], what: label }],
  )
  const always = [
    { keys: [commandKey, 'K'], what: t('keys.palette') },
    { keys: ['/'], what: t('keys.search') },
    { keys: ['J', 'K', '↑', '↓'], what: t('keys.move') },
    { keys: ['Enter'], what: t('keys.open') },
    { keys: ['Esc'], what: t('keys.back') },
    { keys: ['?'], what: t('keys.help') },
  ]
  const going = places.map(({ name, letter }) => ({ keys: ['G', letter.toUpperCase()], what: t(`nav.${name}`) }))
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} size="md">
      <Stack gap="lg">
        <Keys title={t('keys.everywhere')} rows={always} />
        {here.length > 0 && <Keys title={t('keys.here')} rows={here} />}
        <Keys title={t('keys.goTo')} rows={going} />
      </Stack>
    </Modal>
  )
}

function Keys({ title, rows }: { title: string; rows: readonly { keys: readonly string[]; what: string }[] }) {
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
      <table className={classes.keys}>
        <tbody>
          {rows.map(({ keys, what }) => (
            <tr key={keys.join(' ') + what}>
              <td>
                <Group gap={4}>
                  {keys.map((key) => (
                    <Kbd key={key} size="xs">
                      {key}
                    </Kbd>
                  ))}
                </Group>
              </td>
              <td>
                <Text size="sm">{what}</Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
