const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;
const everyPrivateUse = new RegExp(privateUse, 'gu');

/** Stands beside a name shown with 〓. */
export const privateUseNote =
  '〓は、この台帳を作った側だけの文字（外字）で、画面に出せない字です。元の字はそのまま保存しています。';

/** Whether the text holds characters only the maker of the list can draw (外字). */
export function hasPrivateUse(text: string): boolean {
  return privateUse.test(text);
}

/** The text as people can read it: every private-use character as 〓. */
export function shown(text: string): string {
  return text.replace(everyPrivateUse, '〓');
}
