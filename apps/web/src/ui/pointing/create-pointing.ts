/**
 * The one area that the pointer or the focus is on. Kept outside of React's state, so that moving over a map of
 * hundreds of areas draws the two that change and nothing else.
 */
export interface Pointing {
  readonly current: () => string | null;
  readonly point: (code: string | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createPointing = (): Pointing => {
  let pointed: string | null = null;
  const listeners = new Set<() => void>();
  return {
    current: () => pointed,
    point: (code) => {
      if (code === pointed) return;
      pointed = code;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
