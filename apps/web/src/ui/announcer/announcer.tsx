/** Tells screen readers what changed, politely; the same words stand in the visible feed. */
export const Announcer = ({ text }: { readonly text: string }) => (
  <div className="visually-hidden" aria-live="polite" aria-atomic="true">
    {text}
  </div>
);
