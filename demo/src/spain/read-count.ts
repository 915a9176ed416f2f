/** A figure of ballots or voters as the files write it, or -1 where it is none. */
export const readCount = (text: string): number => {
  if (text.length === 0 || text.length > 9) return -1;
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    count = count * 10 + digit;
  }
  return count;
};
