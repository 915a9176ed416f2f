export type Way = 'password' | 'code';

const key = 'comitium.sign-in-way';

/** How somebody signed in here last: most people always take the same way. */
export const lastWay = (): Way => (localStorage.getItem(key) === 'code' ? 'code' : 'password');

export const chooseWay = (way: Way): void => localStorage.setItem(key, way);
