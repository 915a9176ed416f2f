import type { Setting } from '../../apps/server/src/platform/config/setting.ts';
import type { Hours } from '../../apps/server/src/platform/config/setting-kinds.ts';
import { settings } from '../../apps/server/src/platform/config/settings.ts';
import { page, table } from './markdown.ts';

const isHours = (value: unknown): value is Hours =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

const spoken = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `\`${value.join(',')}\``;
  if (isHours(value)) return `\`${value.from}-${value.to}\``;
  if (typeof value === 'object') return 'empty';
  return value === '' ? 'empty' : `\`${String(value)}\``;
};

const rows = (): string[][] =>
  Object.values(settings as Record<string, Setting<unknown>>).map((setting) => [
    `\`${setting.variable}\``,
    setting.kind.form,
    spoken(setting.fallback),
    setting.secret === true ? `${setting.describes} Secret.` : setting.describes,
  ]);

export const printConfiguration = (): string =>
  page(
    'Configuration',
    '`apps/server/src/platform/config/settings.ts`',
    `Settings are environment variables. An unknown \`COMITIUM_…\` variable or a bad value stops the start, with all problems at once.\n\n${table(['variable', 'form', 'without it', 'what it is'], rows())}`,
  );
