/** The form of a second round. */
export interface RunOffFields {
  readonly code: string;
  readonly name: string;
  readonly pollingDate: string;
  /** Who stands again, by the contest's code, in ballot order. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** Contests in which somebody was ticked; two are needed in each. */
export const chosenContests = ({ choices }: RunOffFields): readonly string[] =>
  Object.keys(choices).filter((contest) => (choices[contest] ?? []).length > 0);

export const contestsWithOne = (fields: RunOffFields): readonly string[] =>
  chosenContests(fields).filter((contest) => (fields.choices[contest] ?? []).length < 2);

export const runOffBodyOf = (fields: RunOffFields) => ({
  code: fields.code.trim(),
  name: fields.name.trim(),
  pollingDate: fields.pollingDate,
  choices: Object.fromEntries(chosenContests(fields).map((contest) => [contest, fields.choices[contest]])),
});

/** Ticks a choice or takes the tick away; the order stays that of the ballot. */
export const toggleChoice = (
  ballot: readonly string[],
  ticked: readonly string[],
  code: string,
): readonly string[] =>
  ballot.filter((each) => (each === code ? !ticked.includes(each) : ticked.includes(each)));
