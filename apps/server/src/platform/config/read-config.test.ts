import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({});
  expect(config.ok && config.value.port).toBe(5050);
  expect(config.ok && config.value.trustedProxies).toEqual([]);
});

test('all problems are told at once, with the variable and what would be right', () => {
  const config = readConfig({ PORT: '70000', COMITIUM_LOG_LEVEL: 'loud', COMITIUM_PROT: '1', HOME: '/x' });
  expect(config.ok ? [] : config.error).toEqual([
    'COMITIUM_PROT is not a setting of this program.',
    'PORT must be a whole number from 0 to 65535.',
    'COMITIUM_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace.',
  ]);
});

test('lists are split and trimmed', () => {
  const config = readConfig({ COMITIUM_CORS_ORIGINS: 'https://a.example, https://b.example,' });
  expect(config.ok && config.value.corsOrigins).toEqual(['https://a.example', 'https://b.example']);
});

test('what is neither an address nor a range is named', () => {
  const config = readConfig({ COMITIUM_METRICS_ADDRESSES: '10.0.0.0/8, 10.0.0.0/99' });
  expect(config.ok ? [] : config.error).toEqual([
    'COMITIUM_METRICS_ADDRESSES must be addresses or ranges such as 10.0.0.0/8 (invalid range on address: 10.0.0.0/99).',
  ]);
});

test.each(['zzz', 'localhost:5432', 'mysql://localhost/comitium'])('%s is no PostgreSQL', (address) => {
  const config = readConfig({ DATABASE_URL: address });
  expect(config.ok ? [] : config.error).toEqual([
    'DATABASE_URL must be an address such as postgresql://user@host/database.',
  ]);
});

test.each(['', 'postgres://a@b/c', 'postgresql://a@%2Ftmp%2Fsocket/c', 'socket:/tmp?db=c', '/tmp c'])(
  '“%s” is a PostgreSQL',
  (address) => {
    expect(readConfig({ DATABASE_URL: address })).toMatchObject({ ok: true });
  },
);
