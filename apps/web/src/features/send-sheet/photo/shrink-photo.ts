import { err, ok, type Result } from '@comitium/basics';
import { newKey } from '../../../data/new-key.ts';
import { fitInside } from './fit-inside.ts';
import type { SheetPhoto } from './sheet-photo.ts';

/** Enough to read handwriting on an A3 form; about half a megabyte. */
const longestPixels = 2000;
const quality = 0.82;
const largestBytes = 10 * 1024 * 1024;
/** What the server stores as it is when this browser cannot draw it. */
const storedAsTheyAre = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

export type PhotoProblem = 'unreadable' | 'too_large';

const draw = async (file: File): Promise<Blob | null> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = fitInside(bitmap, longestPixels);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
};

const shrink = async (file: File): Promise<Blob | null> => {
  try {
    return await draw(file);
  } catch {
    // No picture, or one this browser cannot draw; the original may still be one the server takes.
    return storedAsTheyAre.includes(file.type) ? file : null;
  }
};

/** The photograph as it will be sent: upright, at most 2000 pixels on its longer side, without its metadata. */
export const shrinkPhoto = async (file: File, takenAt: string): Promise<Result<SheetPhoto, PhotoProblem>> => {
  const blob = await shrink(file);
  if (blob === null) return err('unreadable');
  if (blob.size > largestBytes) return err('too_large');
  const name = blob === file ? file.name : `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  return ok({ id: newKey(), name, blob, takenAt });
};
