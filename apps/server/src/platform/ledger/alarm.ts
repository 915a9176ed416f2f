export interface Alarm {
  ring(): void;
  /** Until somebody rings, or already has since the last wait, or the time is over. */
  wait(timeoutMs: number): Promise<void>;
}

export const createAlarm = (): Alarm => {
  let rung = false;
  let wakeUp: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wakeUp?.();
    },
    wait: async (timeoutMs) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wakeUp = undefined;
      rung = false;
    },
  };
};
