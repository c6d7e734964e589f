import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

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

/** The library's dark surfaces, in the tint of ours. */
const dark: MantineColorsTuple = [
  '#e6eaee',
  '#c3cad2',
  '#98a2ad',
  '#6f7a86',
  '#39424c',
  '#2c333b',
  '#20262d',
  '#171b20',
  '#101317',
  '#0b0d10',
]

/** What is filled is ink on paper in both schemes; the library would write white on near-white. */
const inkOnPaper: VariantColorsResolver = (input) =>
  input.variant === 'filled' && (input.color ?? 'ink') === 'ink'
    ? {
        background: 'var(--kz-ink)',
        hover: 'var(--kz-ink-soft)',
        color: 'var(--kz-surface)',
        border: '1px solid transparent',
      }
    : defaultVariantColorsResolver(input)

const onInk = { defaultProps: { iconColor: 'var(--kz-surface)' } }

const dense = { defaultProps: { size: 'xs' } }

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  variantColorResolver: inkOnPaper,
  black: '#14181d',
  fontFamily: 'var(--kz-font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 3,
  focusRing: 'never',
  components: {
    Button: dense,
    TextInput: dense,
    Textarea: dense,
    // A comma is a decimal sign everywhere: left out, `4,5` would become 45.
    NumberInput: { defaultProps: { size: 'xs', allowedDecimalSeparators: ['.', ','] } },
    PasswordInput: dense,
    MultiSelect: dense,
    NativeSelect: dense,
    Select: dense,
    SegmentedControl: dense,
    // The mark of what is chosen is paper on ink too.
    Checkbox: onInk,
    Radio: onInk,
    // A fault is read under its field: not smaller than the label above it.
    InputWrapper: {
      vars: () => ({ label: {}, description: {}, error: { '--input-error-size': '12px' } }),
    },
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
