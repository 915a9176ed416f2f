// The token of an invitation's link, from the fragment, which browsers keep to themselves. It is taken out of the
// address at once and kept for this tab, so that signing in on the way needs no address with the token in it.
const key = 'comitium.invitation';

const keep = (token: string): void => {
  try {
    window.sessionStorage.setItem(key, token);
    window.history.replaceState(window.history.state, '', window.location.pathname);
  } catch {
    // Without storage the token stays where it is, and the link has to be opened again after signing in.
  }
};

export const readToken = (): string => {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (given !== null) keep(given);
  try {
    return given ?? window.sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

export const forgetToken = (): void => {
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
};
