import { type CountingMethod, countingMethods, type OptionDescription } from '@comitium/tally/methods';

/** The values an option takes, its default marked. */
const valuesOf = (option: OptionDescription): string => {
  switch (option.kind) {
    case 'one-of':
      return option.values.map((value) => (value === option.default ? `${value}*` : value)).join(' | ');
    case 'flag':
      return option.default ? 'true* | false' : 'true | false*';
    default:
      return `${option.min} to ${option.max}, default ${option.default ?? 'none'}`;
  }
};

/** A method with all its options, as help texts show it. */
export const describeMethod = ({ name, title, source, forms, seats, options }: CountingMethod): string =>
  [
    `${title} (${name}), ${seats === 'one' ? 'one seat' : 'one or several seats'}, ballots that ${forms.join(' or ')}`,
    `Source: ${source}`,
    ...Object.entries(options).map(
      ([option, description]) =>
        `  --options ${option}=  ${valuesOf(description)}\n      ${description.about}`,
    ),
  ].join('\n');

/** Every method by name, for the help of the command. */
export const methodList = (): string => {
  const width = Math.max(...countingMethods.map(({ name }) => name.length));
  const lines = countingMethods.map(({ name, title, options }) => {
    const names = Object.keys(options).join(', ');
    return `  ${name.padEnd(width)}  ${title}${names === '' ? '' : ` [${names}]`}`;
  });
  return `\nMethods, each with its options (comitium count --about <method> explains them):\n${lines.join('\n')}`;
};
