/** Enough for a face beside a name, on a sharp screen; some twenty kilobytes. */
const side = 320;
const quality = 0.85;

/** The middle square of a picture, small and without what the camera wrote into it; null where it is no picture. */
export const drawPortrait = async (file: Blob): Promise<Blob | null> => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const edge = Math.min(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const left = (bitmap.width - edge) / 2;
    const top = (bitmap.height - edge) / 2;
    canvas.getContext('2d')?.drawImage(bitmap, left, top, edge, edge, 0, 0, side, side);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  } catch {
    // Not a picture, or one that this browser cannot draw.
    return null;
  }
};
