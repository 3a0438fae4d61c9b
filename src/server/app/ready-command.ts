import { areBundled, readyBinaries } from '../platform/database/embedded/binaries.ts';

/** The last of `npm run ready`: writes what a first start would write into the folder of the program, which may be closed to it then. */
export async function readyCommand(stderr: { write(text: string): unknown }): Promise<number> {
  if (areBundled()) await readyBinaries();
  stderr.write('準備ができました。ここから先は、このフォルダに書き込まずに動きます。\n');
  return 0;
}
