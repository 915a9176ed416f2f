import type { SeatsReportBody } from '@comitium/contract';
import { textTable } from '../count/text-table.ts';

/** The report for people: one district as a list, several as a table with a row for each. */
export const printSeats = (report: SeatsReportBody): string => {
  const { method, seats, districts } = report;
  const lines = [
    `${method.title}: ${seats} seats${districts.length > 1 ? ` in ${districts.length} districts` : ''}`,
    '',
    ...(districts.length > 1 ? districtTable(report) : []),
    ...textTable([
      ['list', 'votes', 'seats'],
      ...report.lists.map(({ list, votes, seats: won, excluded }) => [
        excluded ? `${list} (below the threshold)` : list,
        String(votes),
        String(won),
      ]),
    ]),
    ...mixedTable(report),
    ...electedLines(report),
    ...notesOf(report),
  ];
  return `${lines.join('\n')}\n`;
};

/** Lists that have seats somewhere are columns. */
const districtTable = ({ lists, districts }: SeatsReportBody): string[] => {
  const shown = lists.flatMap(({ seats }, at) => (seats > 0 ? [at] : []));
  return [
    ...textTable([
      ['district', 'seats', ...shown.map((at) => lists[at]!.list)],
      ...districts.map(({ district, seats, lists: rows }) => [
        district ?? '',
        String(seats),
        ...shown.map((at) => String(rows[at]!.seats || '.')),
      ]),
    ]),
    '',
  ];
};

/** Constituencies beside entitlements, where there are any of either. */
const mixedTable = ({ mixed }: SeatsReportBody): string[] => {
  if (mixed === null) return [];
  const { overhang, regularHouse, house, independents, rows } = mixed;
  const shown = rows.filter(({ direct, entitled }) => direct > 0 || entitled > 0);
  const inDistricts = rows.some(({ district }) => district !== null);
  return [
    '',
    `Overhang ${overhang}: regular house ${regularHouse}, now ${house}${independents > 0 ? `, ${independents} of independents` : ''}`,
    '',
    ...textTable([
      [...(inDistricts ? ['district'] : []), 'list', 'constituencies', 'entitled', 'overhang', 'not filled'],
      ...shown.map((row) => [
        ...(inDistricts ? [row.district ?? ''] : []),
        row.list,
        ...[row.direct, row.entitled, row.overhang, row.unfilled].map(String),
      ]),
    ]),
  ];
};

const electedLines = ({ elected }: SeatsReportBody): string[] => {
  if (elected === null) return [];
  return [
    '',
    ...elected.map(({ district, list, elected: names, tie }) => {
      const where = district === null ? list : `${district}, ${list}`;
      const open =
        tie === null ? '' : ` (a lot is needed for ${tie.seatsAtStake} of ${tie.candidates.join(', ')})`;
      return `${where}: ${names.join(', ') || 'nobody yet'}${open}`;
    }),
  ];
};

const notesOf = ({ districts, tiedCells }: SeatsReportBody): string[] => {
  const notes = districts.flatMap(({ district, ties, unallocated, raised }) => {
    const where = district === null ? '' : `${district}: `;
    return [
      ...ties.map(
        ({ lists, seatsAtStake }) =>
          `${where}a lot is needed for ${seatsAtStake} of ${lists.join(', ')} (--lot …)`,
      ),
      ...(unallocated > 0 ? [`${where}${unallocated} seats that nobody may have`] : []),
      ...(raised === null ? [] : [`${where}${raised} was given the majority of seats by the majority rule`]),
    ];
  });
  const cells = tiedCells.map(
    (tied) =>
      `a lot is needed among ${tied.map(({ district, list, least }) => `${district}/${list} (${least} or ${least + 1})`).join(', ')}`,
  );
  const all = [...notes, ...cells];
  return all.length === 0 ? [] : ['', ...all];
};
