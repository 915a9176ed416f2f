// This browser's own subscription to push messages, apart from what the server knows of it.

/** Whose messages this browser shows: the next person on the same device must not think they are his. */
const ownerKey = 'comitium.push-person';

export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export const findSubscription = async (personId: string): Promise<PushSubscription | null> => {
  if (!canPush() || localStorage.getItem(ownerKey) !== personId) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
};

/** Asks the person, then the browser. Throws where the browser cannot reach its push service. */
export const subscribeBrowser = async (
  personId: string,
  publicKey: string,
): Promise<PushSubscription | 'refused'> => {
  if ((await Notification.requestPermission()) !== 'granted') return 'refused';
  await navigator.serviceWorker.register('/service-worker.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that somebody else left behind ends, so that his messages do not come here any more.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  localStorage.setItem(ownerKey, personId);
  return made;
};

export const unsubscribeBrowser = async (subscription: PushSubscription): Promise<void> => {
  await subscription.unsubscribe();
  localStorage.removeItem(ownerKey);
};
