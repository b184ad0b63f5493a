import { Group, Radio, Stack, Text } from '@mantine/core'
import classes from './settings.module.css'

interface Props<Value extends string> {
  label: string
  value: Value
  options: readonly { readonly value: Value; readonly label: string; readonly about: string }[]
  onChange: (value: Value) => void
}

/** A choice between few ways, each explained in a line. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onChange(next as Value)}>
      <Stack gap="xs" mt={6}>
        {options.map((option) => (
          <Radio.Card key={option.value} value={option.value} className={classes.choice}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} size="xs" />
              <div>
                <Text size="sm" fw={600}>
                  {option.label}
                </Text>
                <Text size="xs" c="dimmed">
                  {option.about}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  )
}
