/** Who holds a connection. What a user may see is asked per topic, and asked again when roles change. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly id: string; readonly expiresAt: Date };

export const anonymousViewer: Viewer = { kind: 'anonymous' };
