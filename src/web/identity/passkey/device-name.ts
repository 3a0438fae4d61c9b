const devices: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android の端末'],
  [/Windows/, 'Windows のパソコン'],
  [/CrOS/, 'Chromebook'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux のパソコン'],
];

/** A first name for a passkey made in this browser, for the person to change. */
export function deviceName(userAgent: string): string {
  return devices.find(([sign]) => sign.test(userAgent))?.[1] ?? 'この端末';
}
