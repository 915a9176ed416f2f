import { join } from 'node:path';

export type SpainYear = 2019 | 2023;

/** From the project's root; the folder is an input that is never copied into the project. */
export const defaultDataFolder = '../shared/data';

const suffixes = { 2019: '2019_11', 2023: '2023_07' } as const;

/** Where the files of one election lie below the data folder. */
export const dataFiles = (dataFolder: string, year: SpainYear) => {
  const at = (name: string): string => join(dataFolder, 'spain', name);
  const suffix = suffixes[year];
  return {
    stations: at(`poll_stations_${suffix}.csv.gz`),
    votes: at(`votes_by_station_${suffix}.csv.gz`),
    candidacies: at(`raw_candidacies_congress_${suffix}.csv`),
    names: at('cod_INE_mun.csv.gz'),
    /** Certified votes and seats by province; published here for 2023 only. */
    certified: at('official_province_totals_2023_07.csv'),
  };
};
