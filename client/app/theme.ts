import { createTheme, type MantineColorsTuple } from '@mantine/core'

/**
 * Buttons and links are ink, not a hue: hues are kept for what they mean (see tokens.css).
 * Index 8 is the light theme's primary, index 1 the dark theme's.
 */
const ink: MantineColorsTuple = [
  '#f4f6f8',
  '#e3e7eb',
  '#c8cfd6',
  '#a9b3bd',
  '#8994a0',
  '#6c7885',
  '#515c68',
  '#38424c',
  '#20272e',
  '#14181d',
]

const dense = { defaultProps: { size: 'xs' } }

export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  black: '#14181d',
  fontFamily: 'var(--kz-font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 3,
  focusRing: 'never',
  components: {
    Button: dense,
    TextInput: dense,
    Textarea: dense,
    NumberInput: dense,
    PasswordInput: dense,
    NativeSelect: dense,
    SegmentedControl: dense,
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        openDelay: 300,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
  },
})
