const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en');

/** The items of which some text holds every word of `q`, in any case and accent. */
export const matching = <T>(
  items: readonly T[],
  q: string,
  textsOf: (item: T) => readonly string[],
): readonly T[] => {
  const words = fold(q).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const texts = textsOf(item).map(fold);
    return words.every((word) => texts.some((text) => text.includes(word)));
  });
};
