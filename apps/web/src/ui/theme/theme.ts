/**
 * The kit's theme: teal on neutral. The colours are chosen so that text on every surface, light and dark, has a
 * contrast of 4.5 or more; 0.179 is the luminance at which black and white are equally far away.
 */
import { type CSSVariablesResolver, createTheme } from '@mantine/core';

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** The dark neutrals, tinted like the surfaces around them. */
const dark = [
  '#e6edea',
  '#c3cec9',
  '#a9b6b1',
  '#84918c',
  '#4a5753',
  '#35413e',
  '#27312e',
  '#1c2422',
  '#161d1b',
  '#111615',
] as const;

export const theme = createTheme({
  colors: { dark },
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  primaryColor: 'teal',
  primaryShade: 9,
  autoContrast: true,
  luminanceThreshold: 0.179,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Notification: { styles: { description: { color: 'var(--mantine-color-dimmed)' } } },
    Drawer: { defaultProps: { transitionProps: { duration: 160 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
  },
});

/** Shade 9 of these is too pale as text on white. */
const deepText: Readonly<Record<string, string>> = {
  yellow: '#7a4f00',
  orange: '#8f3300',
  lime: '#3b6410',
  green: '#1f6b30',
  teal: '#066649',
  cyan: '#0a6175',
  red: '#a61e1e',
};

export const cssVariables: CSSVariablesResolver = ({ colors }) => {
  const light: Record<string, string> = {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-error': colors.red[9],
    '--mantine-color-placeholder': '#6b7279',
    '--mantine-color-anchor': 'var(--mantine-primary-color-9)',
  };
  const dark: Record<string, string> = {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--mantine-color-placeholder': '#9aa0a6',
    '--mantine-color-anchor': 'var(--mantine-primary-color-4)',
  };
  for (const [name, shades] of Object.entries(colors)) {
    if (name === 'dark') continue;
    const onWhite = deepText[name] ?? shades[9];
    for (const role of ['light-color', 'outline', 'text']) light[`--mantine-color-${name}-${role}`] = onWhite;
    dark[`--mantine-color-${name}-light-color`] = shades[2];
    dark[`--mantine-color-${name}-outline`] = shades[3];
    dark[`--mantine-color-${name}-text`] = shades[3];
  }
  return { variables: {}, light, dark };
};
