import { dictionary } from '@zxcvbn-ts/language-common';

/** Where people guess first beyond the lists of leaked passwords: this platform's own words, and habits of making ten characters. */
const ours = [
  '0123456789',
  '0987654321',
  '9876543210',
  'abcdefghij',
  'abcdefghijkl',
  'asdfghjkl;',
  'changemenow',
  'comitium',
  'correcthorsebatterystaple',
  'democracy',
  'election',
  'elections',
  'trustno1trustno1',
  'zaq12wsxcde',
];

/** Some 49,000 passwords, the commonest of leaked ones among them; compared in lower case. */
const guessable: ReadonlySet<string> = new Set(
  [...dictionary['passwords-common'], ...ours].map((password) => password.toLowerCase()),
);

/** Whether a password is guessed first, as it is or but for figures and signs behind it: `Welcome2024!`. */
export const isGuessable = (password: string): boolean => {
  const lower = password.toLowerCase();
  return guessable.has(lower) || guessable.has(lower.replace(/[\p{N}\p{P}\p{S}]+$/u, ''));
};
