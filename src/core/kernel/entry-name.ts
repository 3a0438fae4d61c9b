/** Longest name of a file in an archive, in bytes of UTF-8: what file systems take, with room for a number. */
const longest = 200;
/** Signs no file system of a PC takes in a name, control signs, and those that turn the direction of the text. */
const unusable = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Names of devices on Windows, whatever stands behind the first dot. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\s*(\.|$))/i;

function sizeOf(text: string): number {
  return [...text].reduce((size, sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return size + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

function cut(text: string, size: number): string {
  const kept: string[] = [];
  let left = size;
  for (const sign of text) {
    left -= sizeOf(sign);
    if (left < 0) break;
    kept.push(sign);
  }
  return kept.join('');
}

/** What stands before the last dot, and the ending with it; without an ending where none looks like one. */
function parted(name: string): readonly [string, string] {
  const [ending = ''] = /\.[a-z0-9]{1,8}$/i.exec(name) ?? [];
  return [name.slice(0, name.length - ending.length), ending];
}

/** A name as it can lie in one folder on Windows, macOS and Linux: no path, NFC, never empty, its ending kept. */
export function usableName(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    .replace(unusable, '_')
    .trim()
    .replace(/[. ]+$/, '');
  const [stem, ending] = parted(clean.replace(/^[. ]+/, ''));
  const body = cut(stem, longest - sizeOf(ending)).replace(/[. ]+$/, '') || 'ファイル';
  return (device.test(body) ? '_' : '') + body + ending;
}

/**
 * Gives each name asked for as a usable one that no other of the same archive has: also not by upper and lower case or by width,
 * which some systems do not tell apart. What was asked for twice gets a number.
 */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  const isFree = (name: string) => !taken.has(keyOf(name));
  return (name) => {
    const usable = usableName(name);
    const [stem, ending] = parted(usable);
    let given = usable;
    for (let number = 2; !isFree(given); number += 1) given = `${stem} (${number})${ending}`;
    taken.add(keyOf(given));
    return given;
  };
}

const keyOf = (name: string) => name.normalize('NFKC').toLowerCase();
