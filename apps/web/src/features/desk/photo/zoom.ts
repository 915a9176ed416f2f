/** How a picture lies in its frame: enlarged by `scale` from its fitted size, moved by CSS pixels, turned by degrees. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const fitted: View = { scale: 1, x: 0, y: 0, turn: 0 };

const largest = 8;

/** Enlarges or shrinks about a point of the frame (from its centre), which stays where it is. */
export const zoomAbout = (view: View, factor: number, { x, y }: Point): View => {
  const scale = Math.min(largest, Math.max(1, view.scale * factor));
  if (scale === 1) return { ...view, scale, x: 0, y: 0 };
  const ratio = scale / view.scale;
  return { ...view, scale, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
};

/** Moves the picture, but never so far that its middle half leaves the frame. */
export const moveBy = (view: View, { x, y }: Point, frame: { width: number; height: number }): View => {
  const most = (size: number): number => (size * (view.scale - 0.5)) / 2;
  const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
  if (view.scale === 1) return view;
  return { ...view, x: clamp(view.x + x, most(frame.width)), y: clamp(view.y + y, most(frame.height)) };
};

export const turnRight = (view: View): View => ({ ...fitted, turn: (view.turn + 90) % 360 });
