import type { AnswerValue } from '#core/catalogue/sheet.ts';
import { choiceOf, shareOf } from './draw.ts';

type Choices = readonly [string, ...string[]];
type ByValue = Readonly<Partial<Record<AnswerValue, Choices>>>;

const ofItem: Readonly<Record<string, ByValue>> = {
  'H01-5': { '1': ['口頭の報告だけで、議事録がない'], '3': ['経営会議で年2回報告。議事録あり'] },
  'H01-6': { '0': ['監査を頼める部署がない。地域の病院どうしで見合うことを相談中'] },
  'H02-3': { '1': ['不審メールの訓練を1回。開いた人の数だけ数えた'], '3': ['年2回。部署ごとの結果を研修に使った'] },
  'H03-1': { '2': ['台帳はある。部門で買った端末が一部もれている'], '3': ['夏に棚卸し。見つかった差異を台帳に足した'] },
  'H03-4': { '1': ['サーバだけ一覧にした。医療機器は事業者へ照会中'] },
  'H07-1': { '1': ['検査委託と給食の回線が未確認'], '2': ['保守回線まで一覧にした。予備回線を確認中'] },
  'H07-3': { '1': ['VPN装置の版を事業者に問い合わせ中'], unknown: ['ルータは回線業者が置いたもの。確認を頼んだ'] },
  'H12-4': { '0': ['電子カルテの更新まで予定なし'], '1': ['更新に合わせて入れる計画を経営会議に出した'] },
  'H15-3': { '0': ['すべて院内のネットワーク上にある'], '1': ['外付け装置を外すのは週1回だけ'] },
  'H15-4': {
    '0': ['戻す試験の見積りを事業者に頼んだ'],
    '1': ['一部のファイルだけ戻してみた'],
    '3': ['試験機で全体を戻した。6時間かかった'],
  },
  'H16-4': { '1': ['事故時の連絡だけ書いてある。ほかは次の契約更新で'], unknown: ['契約書の控えが見つからない'] },
  'H18-3': { '0': ['夜間は当直の事務が電話を受けるだけ'] },
  'H19-2': { '1': ['問い合わせがあったときだけ見ている'] },
  'H21-1': { '1': ['災害BCPの付録に1ページあるだけ'], '2': ['経営会議で承認。薬剤部の手順がまだ薄い'] },
  'H21-4': { '0': ['初めての訓練を企画している'], '3': ['外来と薬剤部で紙運用の訓練。BCPを直した'] },
  'S4-1': { unknown: ['ルータは回線業者が置いたもの。確認を頼んだ'] },
  S8: { '1': ['外付けディスクに取っているが、戻したことはない'] },
  S9: { unknown: ['契約書の控えを事業者に頼んだ'], '0': ['保守は口約束のまま'] },
  S10: { '0': ['番号は責任者の携帯にだけある'], '3': ['受付の壁に貼った。春に番号を確かめた'] },
  S11: { '1': ['紙の伝票はあるが、職員に教えていない'] },
};

const otherwise: ByValue = {
  '0': ['来年度の計画に入れたい'],
  '1': ['担当者の判断に頼っている', '一部の部署だけ'],
  '2': ['規程に書いた。記録の様式はこれから', '手順はあるが、見直しの時期を決めていない'],
  '3': ['委員会の議事録に記録あり', '記録は手順書と一緒に保管している'],
  unknown: ['事業者に確認中', '前任者から引き継いでいない'],
};

const shareOfOwnNotes = 0.6;
const shareOfOtherNotes = 0.08;

/** What was noted beside an answer; mostly nothing. */
export function noteOf(code: string, item: string, value: AnswerValue): string {
  const own = ofItem[item]?.[value];
  const [choices, share] = own ? [own, shareOfOwnNotes] : [otherwise[value], shareOfOtherNotes];
  if (!choices || shareOf('noted', code, item, value) >= share) return '';
  return choiceOf(choices, 'note', code, item, value);
}
