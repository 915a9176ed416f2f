/** How a reason is said: the key of its words, and the code that stands in them. */
export interface ReasonWords {
  readonly key: string;
  readonly code: string;
}

const plain: ReadonlySet<string> = new Set([
  'no_gateway',
  'bad_address',
  'unreadable',
  'not_confirmed',
  'smtp_auth',
  'smtp_tls',
]);

/** Reasons are codes such as `smtp_550`, so that no provider's words, and no address in them, are stored. */
export const reasonWords = (reason: string): ReasonWords => {
  if (plain.has(reason)) return { key: reason, code: '' };
  if (reason.startsWith('unknown_')) return { key: 'unknown', code: reason.slice('unknown_'.length) };
  const [, from = '', code = ''] = /^(http|smtp|twilio)_(\d+)$/.exec(reason) ?? [];
  return from === '' ? { key: 'other', code: reason } : { key: from, code };
};
