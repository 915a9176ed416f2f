/**
 * The sixteen regions with their ISO 3166-2 codes and the register of 2024 (Electoral Commission, as published on 7 December
 * 2024). The regional figures add up to 18,773,303; the declared national register is 18,774,159. The source does not say
 * where the other 856 voters belong, so no region is given them.
 */
export interface RegionFact {
  code: string;
  name: string;
  capital: string;
  /** First letter of the commission's constituency codes. */
  letter: string;
  /** Approximate centre, [longitude, latitude]. */
  point: [number, number];
  registered2024: number;
  /** 0…1, how urban the region is; an assumption of the demonstration, not a statistic. */
  urban: number;
}

const table = `
GH-WP|A|Western|Sekondi-Takoradi|-2.1|5.4|1288871|0.45
GH-CP|B|Central|Cape Coast|-1.2|5.6|1752165|0.45
GH-AA|C|Greater Accra|Accra|0.0|5.8|3765303|0.85
GH-TV|D|Volta|Ho|0.5|6.4|1023830|0.35
GH-EP|E|Eastern|Koforidua|-0.5|6.4|1810421|0.4
GH-AH|F|Ashanti|Kumasi|-1.5|6.8|3295274|0.55
GH-WN|G|Western North|Sefwi Wiawso|-2.8|6.2|522506|0.25
GH-AF|H|Ahafo|Goaso|-2.5|6.9|359284|0.3
GH-BO|J|Bono|Sunyani|-2.5|7.7|719916|0.4
GH-BE|K|Bono East|Techiman|-1.1|7.9|672830|0.35
GH-OT|L|Oti|Dambai|0.3|8.0|410667|0.2
GH-NP|M|Northern|Tamale|-0.3|9.4|1210090|0.35
GH-SV|N|Savannah|Damongo|-1.5|9.0|342431|0.2
GH-UW|P|Upper West|Wa|-2.2|10.4|518544|0.2
GH-NE|Q|North East|Nalerigu|-0.6|10.3|339883|0.15
GH-UE|R|Upper East|Bolgatanga|-0.8|10.8|741288|0.2
`;

export const regions: readonly RegionFact[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', letter = '', name = '', capital = '', lng, lat, registered, urban] = line.split('|');
    return {
      code,
      name,
      capital,
      letter,
      point: [Number(lng), Number(lat)],
      registered2024: Number(registered),
      urban: Number(urban),
    };
  });
