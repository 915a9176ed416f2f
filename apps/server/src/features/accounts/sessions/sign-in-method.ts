/** The first factor by which a session began; `link` proved that somebody reads a mailbox. */
export type SignInMethod = 'password' | 'phone' | 'link' | 'passkey';
