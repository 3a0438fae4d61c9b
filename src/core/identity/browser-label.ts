/** The first that fits names the browser: those built on another come before it. */
const browsers = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const machines = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
] as const;
const looked = 400;

const named = (kinds: readonly (readonly [RegExp, string])[], text: string) =>
  kinds.find(([kind]) => kind.test(text))?.[1];

/** 「Chrome（Windows）」: what a browser says of itself in words its person knows again; nothing finer is kept. */
export function browserLabel(userAgent: string): string {
  const text = userAgent.slice(0, looked);
  const browser = named(browsers, text) ?? '種類の分からないブラウザ';
  const machine = named(machines, text);
  return machine ? `${browser}（${machine}）` : browser;
}
