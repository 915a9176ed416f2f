/** E.164: a plus, a country that does not begin with 0, at most fifteen digits. */
export const isPhoneNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
