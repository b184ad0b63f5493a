import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Mode } from '../../api-types.ts'
import { changeLanguage } from '../../i18n/index.ts'
import { commandsIn, useCommandStore } from '../../shared/commands.ts'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { canPoll } from '../accounts/health.ts'
import { pollNow, readNow, useAccounts } from '../accounts/store.ts'
import { bankName } from '../banks/bank-name.ts'
import { useLanguage } from '../preferences/language.ts'
import { type Found, findEverywhere, foundNothing } from './find.ts'
import { palette, paletteStore } from './palette-door.ts'
import { matching, type PaletteGroup } from './palette-entries.ts'
import type { Place } from './places.ts'

interface Props {
  places: readonly Place[]
  mode: Mode | null
  onHelp: () => void
  onSignOut: () => void
}

/** Search and do: what this screen offers, places, accounts, found requests and movements, and the window's own switches. */
export function Palette({ places, mode, onHelp, onSignOut }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const act = useAct()
  const formats = useFormats()
  const { setColorScheme } = useMantineColorScheme()
  const language = useLanguage((state) => state.language)
  const accounts = useAccounts((state) => state.accounts)
  const byOwner = useCommandStore((state) => state.byOwner)
  const [query, setQuery] = useState('')
  const found = useFound(query, mode === 'reconcile')
  const go = (to: string) => () => void navigate(to)
  const words = (amount: string, currency: string, name: string | null) =>
    `${formats.money(amount)} ${currency}${name === null ? '' : ` · ${name}`}`

  const groups: PaletteGroup[] = [
    {
      title: t('palette.here'),
      entries: commandsIn({ byOwner }).map(({ id, label, key, run }) => ({ id, label, hint: key?.toUpperCase(), run })),
    },
    {
      title: t('palette.goTo'),
      entries: places.map(({ name, path, letter }) => ({
        id: path,
        label: t(`nav.${name}`),
        hint: `G ${letter.toUpperCase()}`,
        run: go(path),
      })),
    },
    {
      title: t('nav.accounts'),
      entries: [
        { id: 'account.add', label: t('accounts.add'), run: go('/accounts/new') },
        ...(accounts ?? []).flatMap((account) => [
          {
            id: account.id,
            label: account.name,
            about: bankName(t, { code: account.bank, name: account.bank_name }),
            run: go(`/accounts/${account.id}`),
          },
          {
            id: `read ${account.id}`,
            label: `${t('accounts.readNow')}: ${account.name}`,
            onSearch: true,
            run: () => void act(() => readNow(account), t('accounts.readingAsked', { name: account.name })),
          },
          ...(canPoll(account, mode)
            ? [
                {
                  id: `poll ${account.id}`,
                  label: `${t('accounts.pollNow')}: ${account.name}`,
                  onSearch: true,
                  run: () => void act(() => pollNow(account.id), t('accounts.pollAsked')),
                },
              ]
            : []),
        ]),
      ],
    },
    {
      title: t('palette.window'),
      entries: [
        {
          id: 'language',
          label: t('palette.language'),
          onSearch: true,
          run: () => void changeLanguage(language === 'es' ? 'en' : 'es'),
        },
        { id: 'light', label: t('palette.light'), onSearch: true, run: () => setColorScheme('light') },
        { id: 'dark', label: t('palette.dark'), onSearch: true, run: () => setColorScheme('dark') },
        { id: 'help', label: t('keys.help'), hint: '?', onSearch: true, run: onHelp },
        { id: 'signOut', label: t('session.signOut'), onSearch: true, run: onSignOut },
      ],
    },
  ]
  const results: PaletteGroup[] = [
    {
      title: t('nav.requests'),
      entries: found.requests.map((request) => ({
        id: request.id,
        label: request.external_id,
        about: words(request.amount, request.currency, request.sender_name),
        hint: t(`requestStatus.${request.status}`),
        run: go(`/requests/${request.id}`),
      })),
    },
    {
      title: t('nav.movements'),
      entries: found.movements.map((movement) => ({
        id: movement.id,
        label: words(movement.amount, movement.currency, movement.sender_name),
        about: movement.external_id,
        run: go(`/movements/${movement.id}`),
      })),
    },
  ]
  const drawn = [...matching(groups, query), ...results.filter(({ entries }) => entries.length > 0)]

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      scrollable
      tagsToIgnore={[]}
      maxHeight={440}
      transitionProps={{ duration: 100 }}
      aria-label={t('palette.open')}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={18} />}
        onKeyDown={(event) => {
          // Spotlight marks the first entry when a letter is typed; what was found later arrives unmarked.
          if (event.key !== 'Enter' || document.querySelector('[data-action][data-selected]')) return
          drawn[0]?.entries[0]?.run()
          palette.close()
        }}
      />
      <Spotlight.ActionsList>
        {drawn.map(({ title, entries }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {entries.map(({ id, label, about, hint, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                onClick={run}
                {...(about === undefined ? {} : { description: about })}
                {...(hint === undefined ? {} : { rightSection: <span style={{ fontSize: 12 }}>{hint}</span> })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {drawn.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function useFound(query: string, withRequests: boolean): Found {
  const [asked] = useDebouncedValue(query.trim(), 200)
  const [found, setFound] = useState<Found>(foundNothing)
  useEffect(() => {
    let wanted = true
    setFound(foundNothing)
    if (asked.length >= 2) void findEverywhere(asked, withRequests).then((answer) => wanted && setFound(answer))
    return () => {
      wanted = false
    }
  }, [asked, withRequests])
  return found
}
