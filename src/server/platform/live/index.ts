export { announceWithin } from './announce-within.ts';
export { openStream } from './live-stream.ts';
export { type Live, openLive } from './open-live.ts';
export { type LiveSource, readBatch } from './read-batch.ts';
export type { Change } from './read-changes.ts';
