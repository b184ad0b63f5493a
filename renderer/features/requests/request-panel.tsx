import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconRefresh, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Candidate, Refusal, RequestDetail } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { SubjectDeliveries } from '../deliveries/subject-deliveries.tsx'
import { isFit } from './attempt-sentence.ts'
import { Candidates } from './candidates.tsx'
import { confirmChoice } from './confirm-choice.tsx'
import { ExpectedArrived } from './expected-arrived.tsx'
import { FindMovement } from './find-movement.tsx'
import { Note } from './note.tsx'
import { refusalOf } from './offered.ts'
import { Refusals } from './refusals.tsx'
import { RequestStatusMark } from './request-status.tsx'
import { RequestSuggestions } from './request-suggestions.tsx'
import { hasResult, isChoosable, isTerminal } from './status-groups.ts'
import {
  candidateLists,
  chooseCandidate,
  matchNow,
  refuseCandidates,
  requestDetails,
  resendRequest,
  takeBackRefusal,
  undoMatch,
} from './store.ts'
import { Story } from './story.tsx'
import { Why } from './why.tsx'

export function RequestPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: request, failure } = useLoaded(requestDetails, id)
  return (
    <Panel label={t('requests.one')} onClose={onClose} title={<PanelTitle request={request} />}>
      {failure && (
        <LoadFailure what={t('requests.oneNotLoaded')} failure={failure} onRetry={() => void requestDetails.load(id)} />
      )}
      {!request && !failure && (
        <Stack>
          <Skeleton height={30} width="60%" />
          <Skeleton height={130} />
          <Skeleton height={90} />
        </Stack>
      )}
      {request && !failure && <RequestBody request={request} />}
    </Panel>
  )
}

function PanelTitle({ request }: { request: RequestDetail | undefined }) {
  if (!request) return <Skeleton height={20} width={160} mt={4} />
  return (
    <Stack gap={2}>
      <Group gap="sm" wrap="nowrap">
        <Text fw={600} size="lg" truncate title={request.external_id}>
          {request.external_id}
        </Text>
        <Text size="sm" component="div" style={{ flex: 'none' }}>
          <RequestStatusMark status={request.status} />
        </Text>
      </Group>
      <Anchor component={Link} to={`/accounts/${request.account_id}`} size="xs" c="dimmed" truncate>
        {request.account_name}
      </Anchor>
    </Stack>
  )
}

function RequestBody({ request }: { request: RequestDetail }) {
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  const act = useAct()
  const { id } = request
  const choosable = isChoosable(request.status)

  const undo = () => void act(() => undoMatch(id), t('requests.undone'))
  const runMatch = () => void act(() => matchNow(id), t('requests.matchAsked'))
  const resend = () =>
    modals.openConfirmModal({
      title: t('deliveries.resendTitle'),
      children: <Text size="sm">{t('requests.resendText', { status: t(`requestStatus.${request.status}`) })}</Text>,
      labels: { confirm: t('deliveries.resend'), cancel: t('common.cancel') },
      onConfirm: () => void act(() => resendRequest(id), t('deliveries.queued')),
    })

  const decide = async (candidate: Candidate) => {
    const name = candidate.sender_name ?? t('movements.noSender')
    if (await act(() => chooseCandidate(id, candidate.id)))
      notifications.show({
        withBorder: true,
        autoClose: 6000,
        message: t('requests.chosen', { name, amount: `${formats.money(candidate.amount)} ${candidate.currency}` }),
      })
  }
  const choose = (candidate: Candidate) => {
    if (isFit(candidate)) void decide(candidate)
    else confirmChoice(i18n.t, candidate, () => void decide(candidate))
  }

  const [lastRefusal] = request.refusals
  const takeBack = (refusal: Refusal) => void act(() => takeBackRefusal(id, refusal), t('refusal.undone'))

  useCommands([
    ...(request.match ? [{ id: 'undo', label: t('requests.undo'), key: 'u', run: undo }] : []),
    ...(choosable && lastRefusal
      ? [{ id: 'take back', label: t('refusal.undo'), key: 'u', run: () => takeBack(lastRefusal) }]
      : []),
    ...(isTerminal(request.status) ? [] : [{ id: 'match', label: t('requests.matchNow'), key: 'x', run: runMatch }]),
    ...(hasResult(request.status)
      ? [{ id: 'resend', label: t('deliveries.resendWebhook'), key: 'w', run: resend }]
      : []),
  ])

  return (
    <>
      <Group gap="xs" mb="md">
        {request.match && (
          <Button variant="default" leftSection={<IconArrowBackUp size={14} />} onClick={undo}>
            {t('requests.undo')}
          </Button>
        )}
        {!isTerminal(request.status) && (
          <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={runMatch}>
            {t('requests.matchNow')}
          </Button>
        )}
        {hasResult(request.status) && (
          <Button variant="default" leftSection={<IconSend size={14} />} onClick={resend}>
            {t('deliveries.resendWebhook')}
          </Button>
        )}
      </Group>
      <ExpectedArrived request={request} />
      <Why request={request} />
      {choosable && <RequestSuggestions request={request} />}
      {choosable && <RequestCandidates request={request} onChoose={choose} />}
      {choosable && <FindMovement request={request} onChoose={choose} />}
      {choosable && <Refusals refusals={request.refusals} onTakeBack={takeBack} />}
      <Note request={request} />
      <Story request={request} />
      <SubjectDeliveries subjectId={id} />
    </>
  )
}

function RequestCandidates({
  request,
  onChoose,
}: {
  request: RequestDetail
  onChoose: (candidate: Candidate) => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const { data, failure } = useLoaded(candidateLists, request.id)
  const refuse = refusalOf(request, data, async (ids) => {
    await act(() => refuseCandidates(request.id, ids), t('refusal.done'))
  })
  useCommands(refuse ? [{ id: 'refuse', label: t('refusal.none'), key: 'r', run: refuse }] : [])
  return (
    <Candidates
      request={request}
      candidates={data}
      failure={failure}
      onRetry={() => void candidateLists.load(request.id)}
      onChoose={onChoose}
      onRefuse={refuse}
    />
  )
}
