/** The first factor by which a session began; `link` proved that somebody reads a mailbox. */
export const signInMethods = ['password', 'phone', 'link', 'passkey'] as const;
export type SignInMethod = (typeof signInMethods)[number];
