import { useLocation } from '@tanstack/react-router';

/** What the link of a message carries behind the #, which no server ever sees; null where it is missing. */
export const useLinkToken = (): string | null => {
  const hash = useLocation({ select: (location) => location.hash });
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') || null;
};
