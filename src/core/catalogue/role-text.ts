/** Who carries out a measure or confirms an item, as people read it: 「企画管理者+運用担当」 of a sheet is 「企画管理者・運用担当者」. */
export const roleText = (role: string): string =>
  role.replaceAll('+', '・').replaceAll(/運用担当(?!者)/g, '運用担当者');
