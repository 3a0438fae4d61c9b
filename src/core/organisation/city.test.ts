import { describe, expect, test } from 'vitest';
import { cityOf } from './city.ts';
import { prefectureName, prefectures } from './prefecture.ts';

const addresses: readonly (readonly [number, string, string])[] = [
  [1, '札幌市中央区南２２条西１４丁目１番２０号', '札幌市中央区'],
  [1, '余市郡余市町黒川町１９丁目１番地１', '余市郡余市町'],
  [1, '北海道　函館市本町１番', '函館市'],
  [4, '柴田郡村田町大字村田', '柴田郡村田町'],
  [6, '村山市楯岡十日町２－１', '村山市'],
  [6, '東村山郡山辺町大字山辺', '東村山郡山辺町'],
  [7, '郡山市駅前１丁目', '郡山市'],
  [9, '芳賀郡市貝町市塙', '芳賀郡市貝町'],
  [10, '佐波郡玉村町大字上新田', '佐波郡玉村町'],
  [12, '市川市市川１丁目', '市川市'],
  [13, '千代田区神田駿河台１－８', '千代田区'],
  [13, '東京都町田市本町田', '町田市'],
  [13, '武蔵村山市榎１丁目', '武蔵村山市'],
  [13, '大島町元町三丁目', '大島町'],
  [13, '三宅島三宅村神着', '三宅島三宅村'],
  [14, '横浜市保土ヶ谷区岩井町', '横浜市保土ケ谷区'],
  [15, '十日町市高田町３丁目', '十日町市'],
  [16, '中新川郡上市町法音寺', '中新川郡上市町'],
  [17, '野々市市本町', '野々市市'],
  [20, '大町市大町３１３０', '大町市'],
  [21, '郡上市八幡町島谷', '郡上市'],
  [23, '名古屋市中村区名駅', '名古屋市中村区'],
  [23, '蒲郡市平田町向田', '蒲郡市'],
  [24, '四日市市市場町', '四日市市'],
  [28, '赤穂郡上郡町上郡１０５', '赤穂郡上郡町'],
  [29, '大和郡山市朝日町１－６２', '大和郡山市'],
  [29, '高市郡明日香村飛鳥', '高市郡明日香村'],
  [34, '廿日市市地御前', '廿日市市'],
  [36, '阿波市市場町市場', '阿波市'],
  [40, '福岡県北九州市小倉北区浅野', '北九州市小倉北区'],
  [41, '杵島郡大町町大字福母', '杵島郡大町町'],
  [45, '都城市郡元町３２６２', '都城市'],
  [47, '沖縄県那覇市古島', '那覇市'],
];

describe('city of an address', () => {
  test.each(addresses)('in prefecture %i of 「%s」 is 「%s」', (prefecture, address, city) => {
    expect(cityOf(address, prefecture)).toBe(city);
  });

  test('writes one place one way', () => {
    expect(cityOf('茅ヶ崎市本村', 14)).toBe(cityOf('茅ケ崎市本村', 14));
  });

  test('is empty where the address names no municipality', () => {
    expect(cityOf('１丁目２番３号', 13)).toBe('');
    expect(cityOf('', 1)).toBe('');
  });
});

describe('prefectures', () => {
  test('are 47, with Okinawa though the public list lacks it', () => {
    expect(prefectures).toHaveLength(47);
    expect(new Set(prefectures.map(({ name }) => name)).size).toBe(47);
    expect([prefectureName(1), prefectureName(13), prefectureName(47)]).toEqual(['北海道', '東京都', '沖縄県']);
    expect([prefectureName(0), prefectureName(48)]).toEqual([undefined, undefined]);
  });
});
