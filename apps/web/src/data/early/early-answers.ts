/**
 * What was asked for before the program itself had arrived. Each answer is taken once; later questions go to the
 * server as always. A failed early question is forgotten, so that the program asks again and tells why.
 */
const answers = new Map<string, Promise<Response | null>>();

const ask = async (address: string): Promise<Response | null> => {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? response : null;
  } catch {
    // Without a connection the page itself asks again, and says so.
    return null;
  }
};

/** Asks, keeps the answer for the program, and hands a copy of its body to whoever goes on from it. */
export const askEarly = async (address: string): Promise<unknown> => {
  const asked = ask(address);
  const kept = asked.then((response) => response?.clone() ?? null);
  answers.set(address, kept);
  const response = await asked;
  await kept;
  return response ? response.json() : null;
};

/** The early answer to a plain GET, or null where there is none. */
export const takeEarly = async (address: string): Promise<Response | null> => {
  const answer = answers.get(address);
  answers.delete(address);
  return (await answer) ?? null;
};
