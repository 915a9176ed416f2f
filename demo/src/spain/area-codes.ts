// Codes of Spain's areas, the same in 2019 and 2023 wherever the source's ids are the same:
//   ES                   the country
//   ES-R14               region: the ministry's number (País Vasco is 14; in the maps of the institute it is 16)
//   ES-P01               province, which is the electoral district
//   ES-01051             municipality: province and number, as in the maps; 999 are the voters abroad of the province
//   ES-01051-01          district
//   ES-01051-01-001      section
//   ES-01051-01-001-A    polling station (mesa)

export const countryCode = 'ES';

export const regionCode = (mir: string): string => `ES-R${mir}`;

export const provinceCode = (province: string): string => `ES-P${province}`;

/** `id`: province (2 digits) and municipality (3), as es-atlas has it. */
export const municipalityCode = (id: string): string => `ES-${id}`;

/** The municipality's number that stands for the voters abroad (CERA). */
export const abroad = '999';

const stationId = /^(\d\d)-(\d\d)-(\d{3})-(\d\d)-(\d{3,4})-([A-Z])$/;

/** The parts of a source id: region, province, municipality, district, section, station; null where it is none. */
export const splitStationId = (id: string): readonly string[] | null => {
  const found = stationId.exec(id);
  return found === null ? null : found.slice(1);
};

/** Codes from the country down to the station of a source id that `splitStationId` accepts. */
export const codesDownTo = (id: string): readonly string[] => {
  const [region = '', province = '', municipality = '', district = '', section = '', station = ''] =
    id.split('-');
  const local = municipalityCode(province + municipality);
  return [
    countryCode,
    regionCode(region),
    provinceCode(province),
    local,
    `${local}-${district}`,
    `${local}-${district}-${section}`,
    `${local}-${district}-${section}-${station}`,
  ];
};

/** The code of the station alone; the path is not built. */
export const stationCode = (id: string): string => `ES-${id.slice(3, 5)}${id.slice(6)}`;
