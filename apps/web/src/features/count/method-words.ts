// Where the words of methods and their options stand in the texts `count`; the registry's own are English, for terminals.

export const methodKey = (method: string): string => `methodName.${method}`;

/** The method's own words where an option means something else with it, else those that all methods share. */
export const optionKeys = (
  method: string,
  option: string,
  part: 'name' | 'about' | `values.${string}`,
): [string, string] => [`optionOf.${method}.${option}.${part}`, `option.${option}.${part}`];
