// The small nation of the stories: three regions with shapes, and the people who act in it.
import type { Role } from '@comitium/contract';
import type { Api } from '../api/api.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, registerCode } from '../nation/nation-shape.ts';
import type { Credentials } from '../program/installation.ts';

export const storyShape = { regions: 3, districtsPerRegion: 2, stationsPerDistrict: 3 };

const password = 'a long enough phrase';
const person = (name: string): Credentials => ({ email: `${name}@e2e.example`, password });

export const people = {
  correspondent: person('correspondent'),
  presenter: person('presenter'),
  desk: person('desk'),
} satisfies Partial<Record<string, Credentials>>;

const grants: Readonly<Record<keyof typeof people, { role: Role; area?: string }>> = {
  correspondent: { role: 'correspondent', area: 'L-1' },
  presenter: { role: 'presenter' },
  desk: { role: 'data_admin' },
};

/** Three squares side by side, south of the equator's and east of Greenwich's crossing. */
const regionShapes = () => ({
  type: 'FeatureCollection',
  features: Array.from({ length: storyShape.regions }, (_, at) => ({
    type: 'Feature',
    properties: { code: `L-${at + 1}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at, 5],
          [at, 6],
          [at + 1, 6],
          [at + 1, 5],
          [at, 5],
        ],
      ],
    },
  })),
});

const addPeople = async (admin: Api): Promise<void> => {
  for (const [name, credentials] of Object.entries(people)) {
    const { id } = await admin.send<{ id: string }>('POST', '/people', { ...credentials, name });
    const { role, area } = grants[name as keyof typeof people];
    const scope = { election: electionCode, ...(area === undefined ? {} : { area }) };
    await admin.send('POST', `/people/${id}/grants`, { role, scope });
  }
};

export const loadStoryNation = async (admin: Api): Promise<void> => {
  await loadNation(admin, storyShape);
  await admin.send('POST', `/registers/${registerCode}/boundaries/region?key=code`, regionShapes());
  await addPeople(admin);
};
