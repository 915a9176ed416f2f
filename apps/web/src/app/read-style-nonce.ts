/** The nonce that the server wrote into the page for the few style elements a component may add; empty without one. */
export const readStyleNonce = (): string => {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return nonce.startsWith('__') ? '' : nonce;
};
