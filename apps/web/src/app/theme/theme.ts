import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** The greys of tokens.css; the primary colour is ink, because colour belongs to parties and to states. */
const ink: MantineColorsTuple = [
  '#f6f5f2',
  '#eceae6',
  '#dedbd5',
  '#c3c1bc',
  '#a9adb3',
  '#8d9095',
  '#6b7077',
  '#555a61',
  '#2e3338',
  '#17191c',
];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 1 },
  autoContrast: true,
  // The library chooses the text of a filled button once; ours turns over with the colour scheme.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isInk = input.color === undefined || input.color === 'ink';
    return isInk && input.variant === 'filled' ? { ...colors, color: 'var(--paper)' } : colors;
  },
  defaultRadius: 'md',
  respectReducedMotion: true,
});
