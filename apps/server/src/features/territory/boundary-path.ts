/** Where the shapes of one level are served: the hash changes with the content, so it may be kept for ever. */
export const boundaryPath = (place: { register: string; level: number; hash: string }): string =>
  `/boundaries/${encodeURIComponent(place.register)}/${place.level}.${place.hash}.topo.json`;
