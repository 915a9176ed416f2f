import type { SettingKind } from './setting-kinds.ts';

export interface Setting<T> {
  readonly variable: string;
  readonly kind: SettingKind<T>;
  readonly fallback: T;
  readonly describes: string;
  /** Struck out wherever the configuration might be logged. */
  readonly secret?: boolean;
}

export const setting = <T>(
  variable: string,
  kind: SettingKind<T>,
  fallback: T,
  describes: string,
): Setting<T> => ({
  variable,
  kind,
  fallback,
  describes,
});

export const secret = <T>(one: Setting<T>): Setting<T> => ({ ...one, secret: true });
