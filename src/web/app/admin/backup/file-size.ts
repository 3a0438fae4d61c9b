const units = ['バイト', 'KB', 'MB', 'GB', 'TB'] as const;

/** 「1.2 MB」: three figures at most, thousands of 1,000 as disks are sold. */
export function fileSize(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const figure = bytes / 1000 ** step;
  return `${figure.toLocaleString('ja-JP', { maximumFractionDigits: step === 0 || figure >= 100 ? 0 : 1 })} ${units[step]}`;
}
