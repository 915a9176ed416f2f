/** The codes the contract takes: they stand in addresses and files. */
const codePattern = /^[A-Za-z0-9][A-Za-z0-9._~+-]*$/;

/** Which words tell what is wrong with a code as typed; undefined when nothing is. */
export const codeError = (text: string): 'required' | 'wrongCode' | undefined => {
  if (text.trim() === '') return 'required';
  return codePattern.test(text.trim()) ? undefined : 'wrongCode';
};
