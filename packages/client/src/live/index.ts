export { createLiveFeed, type LiveFeedOptions } from './create-live-feed.ts';
export type { FeedTimers } from './feed-timers.ts';
export type { LiveFeed } from './live-feed.ts';
export type { LiveFailure, WatchState, WatchStatus } from './watch-state.ts';
