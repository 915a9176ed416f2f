import { ok, type Result } from '@comitium/basics';
import type { SpainImportError } from './import-error.ts';
import { readTable } from './read-table.ts';

export interface SpainNames {
  /** By the ministry's number of the region. */
  readonly regions: ReadonlyMap<string, string>;
  readonly provinces: ReadonlyMap<string, string>;
  /** By province (2 digits) and municipality (3). */
  readonly municipalities: ReadonlyMap<string, string>;
  /** The institute's number of a region → the ministry's. */
  readonly regionByIne: ReadonlyMap<string, string>;
}

const columns = [
  'cod_INE_ccaa',
  'cod_MIR_ccaa',
  'cod_INE_prov',
  'cod_INE_mun',
  'mun',
  'ccaa',
  'prov',
] as const;

export const readNames = async (file: string): Promise<Result<SpainNames, SpainImportError>> => {
  const table = await readTable(file, columns);
  if (!table.ok) return table;
  const regions = new Map<string, Map<string, number>>();
  const provinces = new Map<string, string>();
  const municipalities = new Map<string, string>();
  const regionByIne = new Map<string, string>();
  for (const { fields } of table.value) {
    const named = regions.get(fields.cod_MIR_ccaa) ?? new Map<string, number>();
    regions.set(fields.cod_MIR_ccaa, named.set(fields.ccaa.trim(), (named.get(fields.ccaa.trim()) ?? 0) + 1));
    regionByIne.set(fields.cod_INE_ccaa, fields.cod_MIR_ccaa);
    provinces.set(fields.cod_INE_prov, fields.prov.trim());
    municipalities.set(fields.cod_INE_prov + fields.cod_INE_mun, plainName(fields.mun, fields.prov));
  }
  // One municipality of Almería names its province in the place of its region: the commonest name is the region's.
  const commonest = Array.from(
    regions,
    ([code, named]) => [code, [...named].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? code] as const,
  );
  return ok({ regions: new Map(commonest), provinces, municipalities, regionByIne });
};

const articles = /^(.+), (El|La|Los|Las|L'|Els|Les|A|O|As|Os|Es|Sa|Ses)$/i;

/** `Ballestero, El (Albacete)` → `El Ballestero`; the province in brackets is known from the level above. */
export const plainName = (name: string, province: string): string => {
  const suffix = ` (${province})`;
  const bare = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  const [, noun, article] = articles.exec(bare) ?? [];
  if (noun === undefined || article === undefined || noun.includes('/')) return bare;
  return article.endsWith("'") ? article + noun : `${article} ${noun}`;
};
