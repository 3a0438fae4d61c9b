const families =
  '青木 石川 岩田 上田 江口 大野 岡本 小川 加藤 金子 川村 木下 工藤 小林 近藤 斉藤 坂本 佐々木 島田 菅原 杉山 高木 竹内 田村 千葉 土屋 中川 永井 西田 野口 橋本 浜田 原田 平野 藤井 松尾 水野 宮本 森田 山口 和田'.split(
    ' ',
  );
const givens =
  '葵 明 綾 一郎 梅子 恵美 和也 香織 恭子 清 久美 健一 浩二 幸子 早苗 茂 静香 修 純 節子 貴之 拓也 智子 直樹 典子 春香 久 博 真由美 雅人 美咲 豊 洋子 義男 玲子 渉 由紀'.split(
    ' ',
  );

/** A fictional name; the first 1,517 numbers give as many different ones. */
export function personName(number: number): string {
  return `${families[(number * 17) % families.length]} ${givens[(number * 23) % givens.length]}`;
}
