export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size whose longer side is at most `longest`, proportions kept; never larger than it was. */
export const fitInside = ({ width, height }: Size, longest: number): Size => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};
