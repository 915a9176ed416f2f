// The compose file against itself, the repository and the program; nothing here starts a container.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../apps/server/src/platform/config/settings.ts';

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly disable?: boolean };
  readonly build?: { context: string; dockerfile: string };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

test.each(services)('%s names services, networks, volumes and files that exist', (_, service) => {
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    expect(Object.keys(compose.services)).toContain(other);
    const waited = compose.services[other];
    // The image of the program has a health check of its own.
    const answers = waited?.healthcheck ? !waited.healthcheck.disable : waited?.image === 'comitium';
    if (condition === 'service_healthy') expect(answers).toBe(true);
  }
  const networks = Array.isArray(service.networks) ? service.networks : Object.keys(service.networks ?? {});
  for (const network of networks) expect(Object.keys(compose.networks)).toContain(network);
  for (const volume of service.volumes ?? []) {
    const [from = ''] = volume.split(':');
    if (from.startsWith('.')) expect(existsSync(join('deploy', from))).toBe(true);
    else expect(Object.keys(compose.volumes)).toContain(from);
  }
  if (service.build) {
    expect(existsSync(join('deploy', service.build.context, service.build.dockerfile))).toBe(true);
  }
});

test('every setting of the program is one', () => {
  const known = new Set(Object.values(settings).map(({ variable }) => variable));
  const own = services.filter(([, { image }]) => image === 'comitium');
  expect(own.map(([name]) => name)).toEqual(['migrate', 'server', 'work']);
  for (const [, { environment }] of own) {
    expect(Object.keys(environment ?? {}).filter((name) => !known.has(name))).toEqual([]);
  }
});

test('nothing but the pages and the dashboard is open, and only to this machine', () => {
  const ports = [...readFileSync('deploy/compose.yaml', 'utf8').matchAll(/- "(.*\d+:\d+)"/g)].map(
    ([, port]) => port,
  );
  expect(ports).toEqual(['127.0.0.1:5050:5050', '127.0.0.1:3000:3000']);
});
