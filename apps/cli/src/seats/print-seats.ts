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
