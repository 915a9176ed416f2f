// The same elections by the libraries of others, each fed with ballots as it wants them before anything is measured.
import caritat from 'caritat';
import dhondt from 'dhondt';
import schulze from 'schulze-method';

type Orders = readonly (readonly number[])[];

const namesOf = (choices: number): string[] => Array.from({ length: choices }, (_, choice) => String(choice));

const electionOf = (choices: number, orders: Orders) => {
  const election = new caritat.Election({ candidates: namesOf(choices) });
  election.ballots = orders.map((order) => new caritat.Ballot(order.map(String), 1));
  return election;
};

/** caritat: instant run-off; ties fall to the last in ballot order. */
export const peerIrv = (choices: number, orders: Orders): (() => number) => {
  const election = electionOf(choices, orders);
  return () => Number(caritat.irv(election, { tiebreak: (tied) => tied.at(-1) }));
};

/** caritat: Meek, to five digits instead of nine. */
export const peerMeek = (choices: number, orders: Orders, seats: number): (() => number[]) => {
  const election = electionOf(choices, orders);
  return () => caritat.stv.meek(election, { seats }).map(Number);
};

/** schulze-method: strongest paths by winning votes. */
export const peerSchulze = (choices: number, orders: Orders): (() => readonly number[]) => {
  const ranks = orders.map((order) => {
    const places = Array.from({ length: choices }, () => order.length);
    for (const [place, choice] of order.entries()) places[choice] = place;
    return places;
  });
  return () => schulze.run(choices, ranks)[0]?.indexes ?? [];
};

/** dhondt: equal quotients fall to the first list. */
export const peerDHondt = (votes: readonly number[], seats: number): number[] => dhondt.compute(votes, seats);
