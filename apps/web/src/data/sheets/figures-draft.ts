import type { Contest } from '@comitium/contract';

/** The figures of a sheet as they are typed: text, so that an empty field is never taken for a zero. */
export interface FiguresDraft {
  /** By choice code. */
  readonly votes: Readonly<Record<string, string>>;
  readonly rejected: string;
  readonly cast: string;
  readonly registered: string;
}

export interface Figures {
  readonly votes: Readonly<Record<string, number>>;
  readonly rejected: number;
  readonly cast: number;
  readonly registered: number;
}

export const emptyFigures = (contest: Contest): FiguresDraft => ({
  votes: Object.fromEntries(contest.choices.map(({ code }) => [code, ''])),
  rejected: '',
  cast: '',
  registered: '',
});

/** Figures that somebody sent, ready to be edited. */
export const draftOfFigures = (contest: Contest, figures: Figures): FiguresDraft => ({
  votes: Object.fromEntries(contest.choices.map(({ code }) => [code, String(figures.votes[code] ?? '')])),
  rejected: String(figures.rejected),
  cast: String(figures.cast),
  registered: String(figures.registered),
});

/** A field of the form as the rules name it: `votes.npp`, `rejected`, `cast`, `registered`. */
export const setFigure = (draft: FiguresDraft, field: string, text: string): FiguresDraft => {
  const choice = choiceOfField(field);
  if (choice !== null) return { ...draft, votes: { ...draft.votes, [choice]: text } };
  return { ...draft, [field]: text };
};

export const figureAt = (draft: FiguresDraft, field: string): string => {
  const choice = choiceOfField(field);
  if (choice !== null) return draft.votes[choice] ?? '';
  return field === 'rejected' || field === 'cast' || field === 'registered' ? draft[field] : '';
};

export const choiceOfField = (field: string): string | null =>
  field.startsWith('votes.') ? field.slice('votes.'.length) : null;

/** Every field of the form from top to bottom. */
export const fieldsOf = (contest: Contest): string[] => [
  ...contest.choices.map(({ code }) => `votes.${code}`),
  'rejected',
  'cast',
  'registered',
];
