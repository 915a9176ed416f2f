import { fail } from '../fail.ts';

/** What the server said, as it said it; exit 1 where it refused. */
export const printAnswer = async (answer: Response | null, { url }: { url: string }): Promise<void> => {
  if (answer === null) return fail(`The connection to ${url} was lost before the answer came.`);
  console.log(await answer.text());
  if (!answer.ok) process.exitCode = 1;
};
