import type { SpainYear } from '../data-files.ts';

export interface SpainPartyFact {
  readonly code: string;
  readonly shortName: string;
  readonly name: string;
  /** #rrggbb, the colour the party is conventionally shown in. */
  readonly color: string;
  /** National candidacies (`id_candidacies_nat`) that are this party, by year. */
  readonly candidacies: Readonly<Record<SpainYear, readonly number[]>>;
}

/**
 * Parties that won seats or stood widely, and what of 2019 is the same as in 2023. United here, as the press counts them:
 * Unidas Podemos with En Comú Podem and Galicia en Común; Más País with its local names; CCA with NC-CCA-PNC (in 2023
 * NC-BC stood alone). Not united, because they are other alliances: Sumar with Unidas Podemos, UPN with Navarra Suma.
 */
const table = `
PP|PP|Partido Popular|#1d84ce|83|5
PSOE|PSOE|Partido Socialista Obrero Español|#e30613|94|2
VOX|VOX|Vox|#63be21|116|6
SUMAR|Sumar|Sumar|#e51c55||10
UP|UP|Unidas Podemos|#6b2e68|78,28,74|
CS|Cs|Ciudadanos|#eb6109|18|
ERC|ERC|Esquerra Republicana de Catalunya|#ffb232|31|50
JUNTS|Junts|Junts per Catalunya|#00c3b2|41|57
EH-BILDU|EH Bildu|Euskal Herria Bildu|#b5cf18|29|71
PNV|EAJ-PNV|Euzko Alderdi Jeltzalea-Partido Nacionalista Vasco|#008135|22|75
BNG|BNG|Bloque Nacionalista Galego|#76b6de|10|65
CCA|CCA|Coalición Canaria|#ffd700|13|31
UPN|UPN|Unión del Pueblo Navarro|#2a52be||74
NA+|NA+|Navarra Suma|#819dda|53|
MAS-PAIS|Más País|Más País|#0fddc4|46,43,51|
COMPROMIS|Compromís|Més Compromís|#df6e37|48|
CUP|CUP|Candidatura d'Unitat Popular|#ffed00|20|53
PRC|PRC|Partido Regionalista de Cantabria|#c2ce0c|88|
EXISTE|Existe|Teruel Existe|#037252|108|23
PACMA|PACMA|Partido Animalista|#0f6f4c|55|7
RECORTES-CERO|Recortes Cero|Recortes Cero|#00862f|101|9
PUM+J|PUM+J|Por un Mundo Más Justo|#ef7d3b|98|3
PCTE|PCTE|Partido Comunista de los Trabajadores de España|#a4101e|64|15
ESCANOS-EN-BLANCO|EB|Escaños en Blanco|#9a9a9a|23|14
GBAI|GBai|Geroa Bai|#d0462c|37|73
NC-BC|NC-BC|Nueva Canarias-Bloque Canarista|#84d100||32
UPL|UPL|Unión del Pueblo Leonés|#b71966|113|39
XAV|XAV|Por Ávila|#f0bb00|117|35
SORIA-YA|SY|Soria ¡Ya!|#7a1f5c||43
JAEN-MERECE-MAS|JM+|Jaén Merece Más|#5b8c3e||18
FE-JONS|FE de las JONS|Falange Española de las JONS|#000080|35|19
CPM|CPM|Coalición por Melilla|#3c8d5a|17|84
`;

const readIds = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));

export const spainParties: readonly SpainPartyFact[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', shortName = '', name = '', color = '', in2019 = '', in2023 = ''] = line.split('|');
    return { code, shortName, name, color, candidacies: { 2019: readIds(in2019), 2023: readIds(in2023) } };
  });
