import type { Guideline } from '../../catalogue/guideline.ts';

/** Files of version 7.0 on the site of the ministry, by part, as two public lists name them (2026-07). */
const files: Readonly<Record<string, string>> = {
  GOV: '001716291',
  PLN: '001716292',
  OPS: '001716295',
  ENT: '001716297',
};

/** The ministry's own text of a part in the newest version, and how the link to it is called; null for a part without one. */
export function originalOf({ id, title }: Pick<Guideline, 'id' | 'title'>) {
  const file = files[id.slice(0, 3)];
  if (file === undefined) return null;
  return {
    href: `https://www.mhlw.go.jp/content/10808000/${file}.pdf`,
    title: `${title} 第7.0版の原文を開く（厚生労働省のPDF、別の画面）`,
  };
}
