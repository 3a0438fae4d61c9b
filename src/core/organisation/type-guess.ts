import type { FacilityType } from './facility.ts';
import { ownName } from './own-name.ts';

const clinic =
  /医院|醫院|クリニック|くりにっく|clinic|診療所|医務室|保健所|(急患|急病|健診|検診)センター|科(?=$|[\s・（(])/gi;
const words: readonly (readonly [FacilityType, RegExp])[] = [
  ['clinic', clinic],
  ['hospital', /病院|(?<!急患|急病|休日|夜間|健診|検診)医療センター/g],
  ['dental-clinic', /歯科(?!大学)|デンタル/g],
  ['pharmacy', /薬局|ファーマシー|薬店/g],
  ['home-nursing', /訪問看護/g],
  ['midwifery-home', /助産院|助産所/g],
  ['care-home', /老人ホーム|介護老人保健施設|介護医療院|特別養護|グループホーム|デイサービス/g],
];
const dental = /歯科(?!大学)|デンタル/;
const medical =
  /内科|眼科|皮[膚フふ]科|整形|形成|美容|胃腸|心臓|耳鼻|泌尿器|産婦人科|医科|小児科|精神科|神経科|メディカル/;

/**
 * The type a name suggests: its last telling word, as 「○○病院附属クリニック」 is a clinic. A guess, shown as 推定 until
 * a person confirms it; `other` where the name says nothing. Clinics are taken to have no beds.
 */
export function guessType(name: string): FacilityType {
  const own = ownName(name).normalize('NFKC');
  if (dental.test(own) && !medical.test(own) && !own.endsWith('病院')) return 'dental-clinic';
  const found = words.flatMap(([type, word]) => [...own.matchAll(word)].map(({ index }) => ({ type, index })));
  return found.reduce((last, next) => (next.index >= last.index ? next : last), { type: 'other', index: -1 } as const)
    .type;
}
