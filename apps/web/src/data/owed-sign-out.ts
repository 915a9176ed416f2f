const key = 'comitium.owes-sign-out';

/** Somebody signed out while the server could not be reached. */
export const oweSignOut = (owed: boolean): void => {
  if (owed) localStorage.setItem(key, '1');
  else localStorage.removeItem(key);
};

const pay = async (): Promise<void> => {
  if (localStorage.getItem(key) !== '1') return;
  const answer = await fetch('/api/v1/auth/sign-out', { method: 'POST', credentials: 'same-origin' }).catch(
    () => null,
  );
  // 401: there is no session any more, which is what was wanted.
  if (answer?.ok || answer?.status === 401) oweSignOut(false);
};

/** At each start, and when the network is back. A sign-in in between replaces the session and owes nothing. */
export const payOwedSignOut = (): void => {
  void pay();
  window.addEventListener('online', () => void pay());
};
