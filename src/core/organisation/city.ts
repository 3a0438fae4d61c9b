import { prefectureName } from './prefecture.ts';

const designatedCities =
  '札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本';
const wardOfDesignatedCity = new RegExp(`^(?:${designatedCities})市(?:[^市町区\\d]{1,4}区)?`);
const citiesWithDoubleName = /^(?:四日市|廿日市|野々市)市|^(?:大和郡山|小郡|蒲郡|郡上|郡山)市/;
const townOfDistrict = /^(?:余市郡|高市郡|[^市区町\d]{1,4}?郡)(?:玉村町|大町町|上郡町|[^区郡\d]{1,6}?[町村])/;
const city = /^[^\d]{1,6}?市/;
const wardOfTokyo = /^[^市町村\d]{1,3}区/;
const townOnIsland = /^[^市区郡\d]{1,5}?[町村]/;

/**
 * The municipality of an address: 「札幌市中央区」, 「余市郡余市町」, 「千代田区」, 「函館市」. The prefecture's name may
 * stand before it. ヶ is written ケ, as the addresses use both for one place. Empty where no municipality is found.
 */
export function cityOf(address: string, prefecture: number): string {
  const text = address.normalize('NFKC').replace(/\s/g, '').replaceAll('ヶ', 'ケ');
  const name = prefectureName(prefecture) ?? '';
  const place = name !== '' && text.startsWith(name) ? text.slice(name.length) : text;
  const patterns = [
    wardOfDesignatedCity,
    citiesWithDoubleName,
    townOfDistrict,
    ...(prefecture === 13 ? [wardOfTokyo] : []),
    city,
  ];
  for (const pattern of prefecture === 13 ? [...patterns, townOnIsland] : patterns) {
    const found = pattern.exec(place)?.[0];
    if (found) return found;
  }
  return '';
}
