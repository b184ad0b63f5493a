import { Center, Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Before it is known what to show. */
export function Starting() {
  const { t } = useTranslation()
  return (
    <Center h="100vh">
      <Stack w={320} aria-busy aria-label={t('common.loading')}>
        <Skeleton height={12} width="60%" />
        <Skeleton height={12} />
        <Skeleton height={12} width="80%" />
      </Stack>
    </Center>
  )
}
