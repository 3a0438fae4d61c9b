/** A version of a sheet as people are told of it: 「令和8年度版（R8）」 of a form of the ministry, 「1.0.0版」 of any other. */
export function versionTitle(version: string): string {
  const [, year] = /^R(\d{1,2})$/.exec(version) ?? [];
  return year ? `令和${year}年度版（${version}）` : `${version}版`;
}
