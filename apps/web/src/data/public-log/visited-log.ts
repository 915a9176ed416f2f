// What earlier visits of this browser saw of the log, so that the next one proves that it only grew.

export interface VisitedLog {
  /** Verifier key, trusted from the first visit on. */
  readonly key: string;
  /** The newest checkpoint that was verified, as the signed note. */
  readonly checkpoint: string;
  readonly at: string;
}

const place = 'comitium.public-log';

/** Null on a first visit, and where the browser keeps nothing. */
export const readVisitedLog = (): VisitedLog | null => {
  try {
    const text = localStorage.getItem(place);
    return text === null ? null : (JSON.parse(text) as VisitedLog);
  } catch {
    return null;
  }
};

/** Answers whether the browser kept it. */
export const keepVisitedLog = (visit: VisitedLog): boolean => {
  try {
    localStorage.setItem(place, JSON.stringify(visit));
    return true;
  } catch {
    return false;
  }
};
