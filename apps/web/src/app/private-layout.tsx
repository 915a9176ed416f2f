import './theme/mantine.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';
import { useShownScheme } from '../ui/color-scheme/use-color-scheme.ts';
import { FollowDirection } from './follow-direction.tsx';
import { readStyleNonce } from './read-style-nonce.ts';
import { theme } from './theme/theme.ts';

/**
 * The component library, for the pages behind the sign-in alone: the public ones do without it and are lighter. The
 * variables of the theme stand in mantine.css, so that no style element is injected and the policy can stay strict;
 * the classes `mantine-hidden-from-*` are the price, pages use media queries instead.
 */
export const PrivateLayout = () => (
  <DirectionProvider>
    <MantineProvider
      theme={theme}
      forceColorScheme={useShownScheme()}
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={readStyleNonce}
    >
      <FollowDirection />
      <Notifications position="bottom-center" />
      <Outlet />
    </MantineProvider>
  </DirectionProvider>
);
