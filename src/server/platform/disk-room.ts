import { statfs } from 'node:fs/promises';

/** Whether the disk of the data folder has room for more than what is kept for reading and signing in to go on. */
export type DiskRoom = () => Promise<boolean>;

const rememberedMs = 500;

/** Looks at the free bytes under a folder, twice a second at most. A file system that does not tell has room. */
export function diskRoom(folder: string, reserveBytes: number): DiskRoom {
  const look = () =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize >= reserveBytes,
      () => true,
    );
  let seen: { readonly at: number; readonly room: Promise<boolean> } | undefined;
  return () => {
    const at = performance.now();
    if (!seen || at - seen.at > rememberedMs) seen = { at, room: look() };
    return seen.room;
  };
}
