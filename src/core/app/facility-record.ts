import { japaneseMoment } from '../kernel/fiscal-year.ts';

export type RecordFacts = {
  readonly facility: string;
  readonly by: string;
  readonly takenAt: Date;
  readonly files: readonly { readonly file: string; readonly about: string }[];
  /** Why what is not in it is not, a sentence each. */
  readonly leftOut: readonly string[];
};

/** Files of a making of their own, beside those that hold rows as they are. */
const others = [
  { file: '点検/（年度と点検票）/回答.csv', about: '今の回答とメモ。だれがいつ答えたか' },
  { file: '点検/（年度と点検票）/回答の履歴.csv', about: '回答のすべての変わり方' },
  { file: '点検/（年度と点検票）/結果.json', about: '提出のたびに残した結果のすべて（取り消したものも）' },
  { file: '証跡/一覧.csv', about: 'どのファイルが、どの設問の証跡か' },
  { file: '証跡/ファイル/', about: '証跡のファイルそのもの（外して30日たたないものも）' },
  { file: '操作の記録.csv', about: 'だれが、いつ、何をしたか' },
];

const executives =
  '経営層の点検：経営層ひとりひとりの、本人だけが見るものです。本人が、自分の画面の「自己点検」から、Excel か CSV で受け取ります。';
const auditsUnderWay =
  'まだ報告していない監査の点検票：報告するまでは、監査する人だけが見るものです。報告のあとに持ち出すと入ります。';
const secrets = 'パスワード、確認コード、パスキー、招待のリンク、アクセスキーそのもの：だれにも渡さないものです。';

/** The page that lies on top of a facility's record: what is in it and what is not, as plain text with a mark for Windows. */
export function recordReadme({ facility, by, takenAt, files, leftOut }: RecordFacts): string {
  const listed = [...files, ...others].map(({ file, about }) => `・${file}\n　　${about}`);
  const lines = [
    'まもり　施設の記録一式',
    '',
    facility,
    `${japaneseMoment(takenAt)}に、${by}さんが受け取りました。この時点の記録が、すべて入っています。`,
    '',
    '■ 入っているもの',
    ...listed,
    '',
    'CSV は Excel で開けます（文字は UTF-8）。「=」などで始まる文字の前には、Excel が式として動かさないように、記号を付けています。',
    '日時は日本の時刻です。結果.json の日時だけは、世界標準時です。',
    '',
    '■ 入っていないもの',
    `・${executives}`,
    `・${auditsUnderWay}`,
    `・${secrets}`,
    ...leftOut.map((reason) => `・${reason}`),
    '',
    '■ 取り扱い',
    '施設の弱い所と、職員の氏名が入っています。見てよい人だけが開ける場所に置いてください。',
    '',
  ];
  return `\ufeff${lines.join('\n').replaceAll('\n', '\r\n')}`;
}
