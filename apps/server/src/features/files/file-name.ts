import { extensionOf, type MediaType } from '../../platform/files/media-type-of.ts';

const longest = 120;

const decode = (header: string): string => {
  try {
    return decodeURIComponent(header);
  } catch {
    // Not percent-encoded after all; then it is the name as it stands.
    return header;
  }
};

/**
 * A name to show and to save under, from the X-File-Name header (percent-encoded UTF-8): no folders, no control or
 * direction characters, and the extension of what the content is.
 */
export const fileName = (header: string | undefined, mediaType: MediaType): string => {
  const extension = extensionOf[mediaType];
  const visible = decode(header ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim();
  const stem = [...(visible ?? '').replace(/\.[^.]*$/, '').replace(/^\.+/, '')].slice(0, longest).join('');
  return `${stem === '' ? 'attachment' : stem}.${extension}`;
};
