/** One tab sends at a time; where the browser has no locks, the idempotency keys still keep a sheet from counting twice. */
export const withSenderLock = async (send: () => Promise<void>): Promise<void> => {
  if (!('locks' in navigator)) return send();
  await navigator.locks.request('comitium-send-sheets', send);
};
