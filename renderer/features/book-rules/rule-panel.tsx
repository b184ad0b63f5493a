import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import { useCommands } from '../../shared/commands.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { Rule } from '../book-lists/books-api.ts'
import { ruleDetails, ruleList } from '../book-lists/store.ts'
import { useDialog } from '../books/use-dialog.ts'
import { Day } from '../reconciliation/sum.tsx'
import { ruleMarks } from './rule-marks.ts'
import classes from './rules.module.css'
import { useRuleWords } from './use-rule-words.ts'

/** One rule: when it holds, what it does, from what it was learned, and what became of it. */
export function RulePanel({
  id,
  onClose,
  onSwitch,
}: {
  id: string
  onClose: () => void
  onSwitch: (rule: Rule) => void
}) {
  const { t } = useTranslation()
  const { data: rule, failure } = useLoaded(ruleDetails, id)
  return (
    <Panel
      label={t('bookRules.one')}
      onClose={onClose}
      title={
        rule ? (
          <Group gap="sm" wrap="nowrap">
            <Text fw={600} size="lg">
              {t('bookRules.numbered', { n: rule.position })}
            </Text>
            <Text size="sm" component="div">
              <StatusMark kind={ruleMarks[rule.state]}>{t(`bookRules.state.${rule.state}`)}</StatusMark>
            </Text>
          </Group>
        ) : (
          <Skeleton height={20} width={160} mt={4} />
        )
      }
    >
      {failure && !rule && (
        <LoadFailure what={t('bookRules.oneNotLoaded')} failure={failure} onRetry={() => void ruleDetails.load(id)} />
      )}
      {!rule && !failure && <Skeleton height={160} />}
      {rule && <RuleBody rule={rule} onClose={onClose} onSwitch={onSwitch} />}
    </Panel>
  )
}

function RuleBody({ rule, onClose, onSwitch }: { rule: Rule; onClose: () => void; onSwitch: (rule: Rule) => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const dialog = useDialog()
  const words = useRuleWords()
  const isOn = rule.state === 'active'
  const edit = () => dialog.show('rule', rule.id)
  const remove = () =>
    modals.openConfirmModal({
      title: t('bookRules.removeTitle'),
      children: <Text size="sm">{t('bookRules.removeText')}</Text>,
      labels: { confirm: t('bookRules.remove'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          await api.bookWork.removeRule(rule.id)
          onClose()
          ruleList.refresh()
        }, t('bookRules.removed')),
    })
  useCommands([
    { id: 'rule.edit', label: t('bookRules.edit'), run: edit },
    { id: 'rule.switch', label: t(isOn ? 'bookRules.switchOff' : 'bookRules.switchOn'), run: () => onSwitch(rule) },
    { id: 'rule.remove', label: t('bookRules.remove'), run: remove },
  ])
  const unattended = words.unattended(rule)
  const last = [...rule.recent]
  return (
    <>
      <Group gap="xs" mb="md">
        <Button variant={isOn ? 'default' : 'filled'} onClick={() => onSwitch(rule)}>
          {t(isOn ? 'bookRules.switchOff' : rule.state === 'proposed' ? 'bookRules.activate' : 'bookRules.switchOn')}
        </Button>
        <Button variant="default" leftSection={<IconPencil size={14} />} onClick={edit}>
          {t('bookRules.edit')}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
          {t('bookRules.remove')}
        </Button>
      </Group>
      {rule.state !== 'active' && (
        <Text size="sm" mb="md">
          {t(rule.state === 'proposed' ? 'bookRules.proposedText' : 'bookRules.disabledText')}
        </Text>
      )}
      <Title order={2} mb={6}>
        {t('bookRules.when')}
      </Title>
      <ul className={classes.conditions}>
        <li>
          {rule.ledger_id === null
            ? t('bookRules.anyLedger')
            : t('bookRules.inLedger', { ledger: words.nameOf(rule.ledger_id) })}
        </li>
        {words.conditions(rule).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Title order={2} mt="lg" mb={6}>
        {t('bookRules.does')}
      </Title>
      <Text size="sm">{words.action(rule)}</Text>
      <Text size="sm" c="dimmed">
        {unattended === null ? t('bookRules.alwaysAsks') : t('bookRules.byItself', { amount: unattended })}
      </Text>
      <Title order={2} mt="lg" mb={6}>
        {t('bookRules.did')}
      </Title>
      <Text size="sm">
        {t('bookRules.usesLong', {
          hits: number(rule.hits),
          accepted: number(rule.accepted),
          rejected: number(rule.rejected),
        })}
        {rule.last_used_at !== null && (
          <>
            {' · '}
            {t('bookRules.last')}: <Moment at={rule.last_used_at} form="relative" />
          </>
        )}
      </Text>
      {last.length > 0 && (
        <Group
          gap={4}
          mt={6}
          role="img"
          aria-label={t('bookRules.recent', { n: last.filter((one) => one === 'r').length })}
        >
          {last.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: outcomes have no other name than their place
            <span key={at} className={classes.outcome} data-outcome={one}>
              {one === 'a' ? '✓' : '×'}
            </span>
          ))}
        </Group>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('bookRules.offAfterTwo')}
      </Text>
      {rule.examples.length > 0 && (
        <>
          <Title order={2} mt="lg" mb={6}>
            {t('bookRules.learnedFrom', plural(rule.examples.length, number))}
          </Title>
          <ul className={classes.examples}>
            {rule.examples.map(({ item_id: item, date, text }) => (
              <li key={item}>
                <Day day={date} /> <span title={text}>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Stack gap={2} mt="lg">
        <Text size="xs" c="dimmed">
          {t(`bookRules.origin.${rule.origin}`)} · <Moment at={rule.created_at} />
        </Text>
        <Anchor component={Link} to={`/books/history?of=${rule.id}`} size="xs">
          {t('history.ofThis')}
        </Anchor>
      </Stack>
    </>
  )
}
