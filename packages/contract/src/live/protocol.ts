/** Raised only when an existing client would misread the feed; additions leave it alone. */
export const liveProtocol = 1;
