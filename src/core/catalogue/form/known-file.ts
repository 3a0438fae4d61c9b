/** A file of the ministry as somebody else fetched and measured it: domain list §5.1 of the checklist, from a secondary source. */
export type KnownFile = {
  readonly name: string;
  readonly title: string;
  readonly bytes: number;
  /** The first 16 digits of its SHA-256. */
  readonly begins: string;
};

/** Files of the R8 form (令和8年度版), measured on 2026-07-16 by a public list; nobody here has opened them. */
export const knownFiles: readonly KnownFile[] = [
  { name: '001716187.xlsx', title: '令和8年度版 医療機関・薬局確認用', bytes: 25_655, begins: 'b811208b1d29fe0f' },
  { name: '001716188.xlsx', title: '令和8年度版 事業者確認用', bytes: 25_018, begins: 'e1a2a763c97c5434' },
  { name: '001716185.pdf', title: '令和8年度版 様式（PDF）', bytes: 614_686, begins: 'a1250114cd1dfb33' },
  { name: '001716186.pdf', title: '令和8年度版 マニュアル（PDF）', bytes: 2_191_433, begins: 'a5cbb45d7582c930' },
];

/** The known file with this hash and size; undefined for every other. */
export function knownFile(sha256: string, bytes: number): KnownFile | undefined {
  return knownFiles.find((file) => sha256.startsWith(file.begins) && file.bytes === bytes);
}
