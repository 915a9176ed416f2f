import type { AuditDrawBody, AuditIrvBody, AuditMeasureBody, AuditPlanBody } from '@comitium/contract';
import { textTable } from '../count/text-table.ts';

/** A share as a percentage with three figures that count. */
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

const methods = {
  bravo: 'polling, BRAVO',
  minerva: 'polling, Minerva',
  comparison: 'ballot comparison',
  batch: 'batch comparison',
  stratified: 'stratified, SUITE',
} as const;

export const printPlan = (plan: AuditPlanBody): string => {
  const { winner, loser, votes } = plan.closest;
  const lines = [
    `Risk limit ${percent(plan.riskLimit)}, ${plan.ballots} papers; closest: ${winner} leads ${loser} by ${votes} votes, ${percent(votes / plan.ballots)} of the papers.`,
    '',
    ...textTable([
      ['method', 'confirms', 'draws'],
      ...plan.sizes.map((size) => [methods[size.method], meaningOf(size), sizeWords(size)]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
};

type Size = AuditPlanBody['sizes'][number];

const meaningOf = ({ meaning, chance }: Size): string => {
  switch (meaning) {
    case 'average':
      return 'on average';
    case 'chance':
      return `with ${percent(chance ?? 0)}`;
    case 'usual-errors':
      return 'with a few errors';
    case 'no-errors':
      return 'without errors';
  }
};

const sizeWords = ({ size, unit, strata }: Size): string => {
  if (size === null) return 'all';
  return strata === null
    ? `${size} ${unit}`
    : `${size} ${unit} (${strata.compared} compared, ${strata.polled} polled)`;
};

export const printDraw = ({ draws, population, unit, seed, sampler }: AuditDrawBody): string => {
  const papers = unit === 'ballots';
  const lines = [
    `Drawn from ${population} ${unit} by the seed ${seed} (${sampler}):`,
    '',
    ...textTable([
      ['draw', 'batch', ...(papers ? ['paper'] : []), 'times', sampler === 'tickets' ? 'ticket' : 'number'],
      ...draws.map(({ draw, batch, position, times, ticket }) => [
        String(draw),
        batch,
        ...(papers ? [String(position)] : []),
        String(times),
        ticket,
      ]),
    ]),
    '',
    `To fetch: ${new Set(draws.map(({ batch, position }) => `${batch}\n${position}`)).size} different ${unit}.`,
  ];
  return `${lines.join('\n')}\n`;
};

/** One row a draw, for a spreadsheet; sorted by batch and place it is the list for those who fetch. */
export const writeDrawCsv = ({ draws }: AuditDrawBody): string => {
  const rows = draws.map(({ draw, batch, position, times, ticket }) =>
    [String(draw), batch, position === null ? '' : String(position), String(times), ticket]
      .map(quoted)
      .join(','),
  );
  return `${['draw,batch,position,times,ticket', ...rows].join('\n')}\n`;
};

const quoted = (text: string): string => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const printMeasure = (report: AuditMeasureBody): string => {
  const { pairs, method, drawn, unit, discrepancies } = report;
  const found = discrepancies;
  const lines = [
    `${methods[method]}: ${drawn} ${unit} drawn, risk limit ${percent(report.riskLimit)}`,
    '',
    ...textTable([
      ['winner', 'over', 'risk'],
      ...pairs.map(({ winner, loser, risk }) => [winner, loser, percent(risk)]),
    ]),
    ...(found === null
      ? []
      : [
          '',
          `Records too good for the winner: ${found.over1} by one vote, ${found.over2} by two; too bad: ${found.under1} by one, ${found.under2} by two.`,
        ]),
    '',
    outcomeOf(report),
  ];
  return `${lines.join('\n')}\n`;
};

type Ending = Pick<AuditMeasureBody, 'state' | 'risk' | 'riskLimit' | 'more' | 'unit'>;

const outcomeOf = ({ state, risk, riskLimit, more, unit }: Ending): string => {
  switch (state) {
    case 'confirmed':
      return `CONFIRMED. The risk, ${percent(risk)}, is within the limit of ${percent(riskLimit)}: the audit can stop.`;
    case 'go-on':
      return `NOT CONFIRMED YET. The risk, ${percent(risk)}, is above the limit of ${percent(riskLimit)}: draw more${
        more === null ? '' : `, about ${more} ${unit}`
      }, or count everything by hand.`;
    case 'full-count':
      return `NOT CONFIRMED. The risk is ${percent(risk)}, and no sample is likely to bring it to ${percent(riskLimit)}: count everything by hand.`;
  }
};

export const printIrv = (report: AuditIrvBody): string => {
  const { winner, ballots, statements, open, method, drawn } = report;
  const head = `${winner} won, ${ballots} ballots. Risk limit ${percent(report.riskLimit)}, ${methods[method]}${
    drawn === null ? '' : `, ${drawn} drawn`
  }.`;
  if (open !== null)
    return `${head}\n\nNothing in these ballots contradicts the exclusion order ${open.join(', ')}: only a full hand count can prove the winner.\n`;
  const lines = [
    head,
    '',
    'Together these statements leave no way for anybody else to win, hardest first:',
    '',
    ...textTable([
      ['', 'for', 'against', 'lead', 'draws', ...(drawn === null ? [] : ['risk'])],
      ...statements.map((one, at) => [
        `${at + 1}. ${statementWords(one)}`,
        String(one.forWinner),
        String(one.forLoser),
        String(one.forWinner - one.forLoser),
        String(one.size),
        ...(one.risk === null ? [] : [percent(one.risk)]),
      ]),
    ]),
    '',
    irvOutcomeOf(report),
  ];
  return `${lines.join('\n')}\n`;
};

const irvOutcomeOf = ({ size, method, risk, state, more, riskLimit }: AuditIrvBody): string => {
  if (risk !== null && state !== 'provable')
    return outcomeOf({ state, risk, riskLimit, more, unit: 'ballots' });
  return size === null
    ? 'No sample short of all ballots proves them: count everything by hand.'
    : `One sample proves all: ${size} ballots ${method === 'bravo' ? 'on average' : 'with a few errors'}.`;
};

const statementWords = ({ winner, loser, standing }: AuditIrvBody['statements'][number]): string =>
  standing === null
    ? `${winner} has more first preferences than ${loser} can ever have beside ${winner}`
    : `${winner} is ahead of ${loser} when only ${standing.join(', ')} stand`;
