// The Kubernetes files against the schemas of the API they are sent to, and against each other and the program.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from '../../apps/server/src/platform/config/read-config.ts';

const folder = 'deploy/kubernetes';

interface Container {
  readonly envFrom?: readonly { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  readonly ports?: readonly { name: string }[];
  readonly volumeMounts?: readonly { name: string }[];
  readonly readinessProbe?: { httpGet: { port: string } };
  readonly livenessProbe?: { httpGet: { port: string } };
}

interface Template {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly containers: readonly Container[];
    readonly volumes?: readonly { name: string }[];
  };
}

interface Thing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template?: Template;
    readonly selector?: Readonly<Record<string, unknown>>;
    readonly ports?: readonly { targetPort?: string }[];
  };
}

const { resources } = parse(readFileSync(`${folder}/kustomization.yaml`, 'utf8')) as { resources: string[] };
const things = resources.flatMap((file) =>
  parseAllDocuments(readFileSync(`${folder}/${file}`, 'utf8')).map((document) => document.toJS() as Thing),
);
const templates = things.flatMap(({ kind, metadata, spec }) =>
  spec?.template ? [{ name: `${kind} ${metadata.name}`, ...spec.template }] : [],
);

type Model = new (data: unknown) => { validate(): void };

/** Throws with every place that the schema of this kind and version refuses. */
const validate = async (thing: Thing): Promise<void> => {
  const schema = `kubernetes-models/${thing.apiVersion}/${thing.kind}`;
  const models = (await import(/* @vite-ignore */ schema)) as Readonly<Record<string, Model>>;
  const KindModel = models[thing.kind];
  if (KindModel === undefined) throw new Error(`no schema of ${thing.kind}`);
  new KindModel(thing).validate();
};

test.each(things.map((thing) => [`${thing.kind} ${thing.metadata.name}`, thing] as const))(
  '%s is what the API takes',
  (_, thing) => validate(thing),
);

test('the schemas refuse what is misspelt', async () => {
  const [deployment] = things.filter(({ kind }) => kind === 'Deployment');
  const misspelt = { ...deployment, spec: { replicas: 'two' } } as unknown as Thing;
  await expect(validate(misspelt)).rejects.toThrow('replicas');
});

test.each(templates.map((template) => [template.name, template] as const))(
  '%s names settings, ports and volumes that exist',
  (_, { spec }) => {
    const named = (kind: string): string[] =>
      things.filter((thing) => thing.kind === kind).map(({ metadata }) => metadata.name);
    const volumes = spec.volumes?.map(({ name }) => name) ?? [];
    for (const container of spec.containers) {
      for (const { configMapRef, secretRef } of container.envFrom ?? []) {
        if (configMapRef) expect(named('ConfigMap')).toContain(configMapRef.name);
        if (secretRef) expect(named('Secret')).toContain(secretRef.name);
      }
      for (const { name } of container.volumeMounts ?? []) expect(volumes).toContain(name);
      const ports = container.ports?.map(({ name }) => name) ?? [];
      for (const probe of [container.readinessProbe, container.livenessProbe]) {
        if (probe) expect(ports).toContain(probe.httpGet.port);
      }
    }
  },
);

test('every selector finds the labels of a template', () => {
  const labels = templates.map(({ metadata }) => metadata.labels);
  const selectors = things.flatMap(({ spec }) => (spec?.selector ? [spec.selector] : []));
  expect(selectors.length).toBeGreaterThan(2);
  for (const selector of selectors) {
    const wanted = (selector['matchLabels'] ?? selector) as Readonly<Record<string, string>>;
    expect(labels).toContainEqual(expect.objectContaining(wanted));
  }
});

test('the program takes the settings, but for the keys that are to be made', () => {
  const environment = Object.assign(
    {},
    ...things.map(({ data, stringData }) => ({ ...data, ...stringData })),
  );
  const { COMITIUM_DATA_KEYS: keys, ...others } = environment;
  expect(keys).toBe('change-me');
  expect(readConfig(others)).toMatchObject({ ok: true });
});
