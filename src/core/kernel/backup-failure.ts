/** Why a backup or its restore test failed, in words for the system administrator. */
export const backupFailures = {
  place: '控えのフォルダに書けませんでした。フォルダ、空き、権限を確かめてください。',
  proof: '書いた控えを読み返すと、中身が合いませんでした。機器を確かめてください。',
  database: 'データベースにつながらないか、途中で切れました。',
  room: '空きが足りないため、行えませんでした。データベースと同じ大きさの空きが、もう1つ要ります。空きを作るか、別の機器で restore を試してください。',
  connected:
    '復元テスト用のデータベースに、ほかのプログラム（監視など）がつながったため、行えませんでした。mamori_trial_ で始まるデータベースにつながないよう、そのプログラムを設定してください。',
  interrupted: 'まもりが止まったため、途中で終わりました。次の時刻にもう一度行います。',
  internal: '思わぬ問題が起きました。まもりの記録（標準エラー出力）を確かめてください。',
} as const;
export type BackupFailure = keyof typeof backupFailures;
