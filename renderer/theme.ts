import {
  ActionIcon,
  Alert,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  JsonInput,
  type MantineColorsTuple,
  Modal,
  Notification,
  Paper,
  SegmentedControl,
  Tooltip,
} from '@mantine/core'

/** The one accent: ink on paper. Shade 7 carries white text on light, 6 on dark. */
const ink: MantineColorsTuple = [
  '#edf4fb',
  '#d8e6f3',
  '#aecbe6',
  '#82aed8',
  '#6ba3d8',
  '#4485c5',
  '#2a6aa8',
  '#1f5a92',
  '#1a4d7d',
  '#123a60',
]

/** For what destroys: white text is readable on shade 7 by day and on shade 6 by night. */
const red: MantineColorsTuple = [
  '#fdeeec',
  '#f9d9d5',
  '#f2b3ac',
  '#f58b7f',
  '#e2685b',
  '#d44a3c',
  '#c5372a',
  '#b42318',
  '#971c13',
  '#7a150e',
]

/** Cool and close together, so that surfaces differ by a shade and not by a hue. */
const dark: MantineColorsTuple = [
  '#e3e5e8',
  '#c3c8ce',
  '#9ba2aa',
  '#868e96',
  '#3a4047',
  '#2a2f35',
  '#22262b',
  '#1b1e22',
  '#15171a',
  '#0f1113',
]

/** Motion stays under 150 ms and stops where the system asks for less. */
const quick = { duration: 120 }

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark, red },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.3' },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '24px', xl: '36px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    // As a notice: a bar of its tone on paper, since a filled block shouts and is hard to read on dark.
    Alert: Alert.extend({
      defaultProps: { color: 'red', variant: 'light', role: 'alert' },
      styles: {
        root: {
          padding: '10px 14px',
          backgroundColor: 'var(--paper)',
          border: '1px solid var(--line)',
          borderInlineStart: '3px solid var(--bad)',
        },
        message: { fontSize: '13px', color: 'var(--mantine-color-text)' },
      },
    }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { '--input-asterisk-color': 'var(--bad)' },
        description: { fontSize: '12px' },
        error: { fontSize: '12px', color: 'var(--bad)' },
      },
    }),
    JsonInput: JsonInput.extend({ styles: { input: { fontSize: '12px' } } }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: quick, centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontWeight: 600 } },
    }),
    Notification: Notification.extend({ styles: { description: { color: 'var(--mantine-color-dimmed)' } } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm', transitionDuration: 120 } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: quick, withArrow: false } }),
  },
})

/** What closes a dialog or hides a message is a cross without words: it is named in the window's language. */
export const nameClosers = (dialog: string, message: string) =>
  createTheme({
    components: {
      Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': dialog } } }),
      Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': message } } }),
    },
  })

/** Surfaces and the four meanings that a status can have; each is readable as text on both surfaces. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d1f22',
    '--mantine-color-dimmed': '#5c6268',
    '--mantine-color-default-border': '#d5d6d4',
    '--mantine-color-placeholder': '#6f757b',
    '--paper': '#f6f6f4',
    '--line': '#e6e6e2',
    '--row-hover': '#f4f6f8',
    '--row-open': '#e8f0f8',
    '--good': '#1d7044',
    '--ask': '#8f5700',
    '--bad': '#b42318',
    '--quiet': '#5c6268',
    '--agrees': '#dcebdf',
  },
  dark: {
    '--mantine-color-text': '#e3e5e8',
    '--paper': '#15171a',
    '--line': '#2b3036',
    '--row-hover': '#22272d',
    '--row-open': '#1f2f40',
    '--good': '#63c58f',
    '--ask': '#e5ab4f',
    '--bad': '#f58b7f',
    '--quiet': '#9ba2aa',
    '--agrees': '#26422f',
  },
})
