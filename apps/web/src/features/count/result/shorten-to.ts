let pencil: CanvasRenderingContext2D | null = null;

const widthOf = (text: string, letters: number): number => {
  pencil ??= document.createElement('canvas').getContext('2d');
  if (pencil === null) return 0;
  // As wide as a name ever is drawn: those of the elected are bold.
  pencil.font = `700 ${letters}px ${getComputedStyle(document.body).fontFamily}`;
  return pencil.measureText(text).width;
};

interface Room {
  readonly px: number;
  readonly letters: number;
  /** What stands in it too. */
  readonly beside: string;
}

/** As much of a name as there is room for, with an ellipsis where something is left out. */
export const shortenTo = ({ px, letters, beside }: Room, name: string): string => {
  const fits = (shown: string): boolean => widthOf(beside + shown, letters) <= px;
  if (fits(name)) return name;
  const characters = [...name];
  let [some, all] = [0, characters.length];
  while (some < all - 1) {
    const middle = Math.floor((some + all) / 2);
    if (fits(`${characters.slice(0, middle).join('')}…`)) some = middle;
    else all = middle;
  }
  return `${characters.slice(0, some).join('').trimEnd()}…`;
};
