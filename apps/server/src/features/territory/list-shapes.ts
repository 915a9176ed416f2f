import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RegisterId } from '@comitium/basics';
import type { Feature, GeoJsonProperties, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Database } from '../../platform/database/database.ts';
import { findTopology, listBoundaryHashes } from './boundary-queries.ts';

const decompress = promisify(gunzip);

/** The shapes of a level as GeoJSON features whose `id` is the area's code; null where none are loaded. */
export const listShapes = async (
  db: Database,
  registerId: RegisterId,
  level: number,
): Promise<Feature<Geometry, GeoJsonProperties>[] | null> => {
  const known = (await listBoundaryHashes(db, registerId)).find((one) => one.level === level);
  if (known === undefined) return null;
  const packed = await findTopology(db, { registerId, level, hash: known.hash });
  if (packed === null) return null;
  const topology = JSON.parse((await decompress(packed)).toString('utf8')) as Topology;
  return feature(topology, topology.objects['areas'] as GeometryCollection).features;
};
