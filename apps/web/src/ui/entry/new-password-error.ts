/** What the server would refuse at once; the rest it says itself. */
export const newPasswordError = (password: string): 'password.short' | undefined =>
  [...password].length < 10 ? 'password.short' : undefined;
