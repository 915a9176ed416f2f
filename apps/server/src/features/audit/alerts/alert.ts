import type { AlertKind } from '@comitium/contract';

/** Something that looked wrong, before it is raised. */
export interface NewAlert {
  readonly kind: AlertKind;
  /** One key, one alert, however often it is seen. Ids and times only. */
  readonly key: string;
  readonly personId: string | null;
  /** Never personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
}
