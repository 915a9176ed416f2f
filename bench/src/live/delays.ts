/** An update as the screens got it. */
export interface Arrival {
  /** Stations that the update says have reported. */
  readonly stations: number;
  /** How many screens got it. */
  readonly screens: number;
  /** When the last of them did, in seconds. */
  readonly last: number;
}

export interface ArrivalLog {
  readonly arrivals: readonly Arrival[];
  /** The updates as the first screen got them. */
  readonly messages: readonly string[];
}

interface UpdateMessage {
  readonly op: string;
  readonly seq: number;
  readonly data: { readonly completeness?: { readonly stationsReported?: number } };
}

/** Reads what watch-topic wrote: the first socket's messages, `--`, then a line for each number. */
export const readArrivals = (text: string): ArrivalLog => {
  const [messages = '', numbers = ''] = text.split('\n--\n');
  const updates = messages.split('\n').filter((line) => line.startsWith('{"op":"update"'));
  const stationsOf = new Map<number, number>();
  for (const line of updates) {
    const { seq, data } = JSON.parse(line) as UpdateMessage;
    const stations = data.completeness?.stationsReported;
    if (stations !== undefined) stationsOf.set(seq, stations);
  }
  const arrivals = numbers
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): Arrival[] => {
      const [seq = 0, screens = 0, last = 0] = line.split(' ').map(Number);
      const stations = stationsOf.get(seq);
      return stations === undefined ? [] : [{ stations, screens, last }];
    });
  return { arrivals, messages: updates };
};

/**
 * Seconds from the answer to the n-th sheet until every screen had an update with at least n stations in. Where an
 * update missed a screen, the next one counts that all have got. Nothing had reported before the first sheet.
 */
export const delays = (
  accepted: readonly number[],
  { arrivals }: Pick<ArrivalLog, 'arrivals'>,
  screens: number,
): number[] => {
  const complete = arrivals
    .filter((one) => one.screens === screens)
    .toSorted((a, b) => a.stations - b.stations);
  let at = 0;
  return accepted.flatMap((answered, place) => {
    while (at < complete.length && (complete[at]?.stations ?? 0) < place + 1) at += 1;
    const shown = complete[at];
    return shown === undefined ? [] : [shown.last - answered];
  });
};
