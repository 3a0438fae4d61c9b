/**
 * Old, popular and look-alike forms, each followed by the common one: for searching only. Unicode normalisation leaves
 * these alone. They are the forms that occur in the public lists of institutions and that people type the other way.
 */
const variants = [
  '髙高 﨑崎 嵜崎 𠮷吉 濱浜 濵浜 邊辺 邉辺 齋斎 齊斉 澤沢 廣広 國国 櫻桜 眞真 嶋島 嶌島 曾曽 惠恵 榮栄 德徳 彌弥 龍竜 醫医 會会 學学',
  '應応 瀨瀬 萬万 與与 壽寿 藏蔵 豐豊 晉晋 條条 增増 寬寛 鄕郷 圓円 靜静 淸清 關関 鐵鉄 黑黒 橫横 緖緒 濟済 鹽塩 舊旧 檜桧 鰺鯵 槇槙',
  '渕淵 峯峰 冨富 舘館 栁柳 舩船 埜野 椙杉 薗園 礒磯 莊荘 兒児 邨村 禮礼 螢蛍 豫予 齒歯 藥薬 體体 總総 巖巌 凜凛 堯尭 遙遥 穎頴 諫諌',
  '讚讃 濤涛 藪薮 頸頚 籠篭 髮髪 黃黄 靑青 步歩 祿禄 穗穂 鷗鴎 劍剣 實実 寶宝 嶽岳 廳庁 戶戸 攝摂 收収 敎教 樂楽 檢検 歡歓 氣気 灣湾',
  '燈灯 獨独 畫画 當当 縣県 聲声 舍舎 萠萌 蘆芦 號号 賴頼 辯弁 鄰隣 鎭鎮 隨随 靈霊 顯顕 驛駅 鷄鶏 ヶケ ヵカ',
];

const lookAlikes = [
  ['\u041c', 'M'],
  ['\u041e', 'O'],
  ['\u039b', 'A'],
] as const;

const commonForms: ReadonlyMap<string, string> = new Map([
  ...variants.flatMap((line) => line.split(' ')).map(([variant = '', common = '']) => [variant, common] as const),
  ...lookAlikes,
]);

/** The text with every form of the table written as the common one. */
export function withCommonForms(text: string): string {
  let changed = '';
  for (const character of text) changed += commonForms.get(character) ?? character;
  return changed;
}
