import { useEffect, useState } from 'react';
import { stateAddress } from './ask-for-map.ts';
import { takeEarly } from './early-answers.ts';

/** The state of a topic that was asked for before the program arrived; stands in until the live feed has its own. */
export const useEarlyState = <T>(topic: string): T | null => {
  const [early, setEarly] = useState<{ readonly topic: string; readonly data: T } | null>(null);
  useEffect(() => {
    const take = async () => {
      const answer = await takeEarly(stateAddress(topic));
      if (!answer) return;
      const { data } = (await answer.json()) as { readonly data: T };
      setEarly({ topic, data });
    };
    void take();
  }, [topic]);
  return early?.topic === topic ? early.data : null;
};
