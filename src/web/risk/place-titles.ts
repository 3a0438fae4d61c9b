import type { SafeguardPlace } from '#core/catalogue/risk-guide.ts';

/** The four groups of table 4-1 as people read them. */
export const placeTitles: Readonly<Record<SafeguardPlace, string>> = {
  client: 'クライアント側',
  server: 'サーバ側',
  infrastructure: 'インフラ',
  security: 'セキュリティ',
};
