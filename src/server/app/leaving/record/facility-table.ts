import { ehrTitles, facilityFunctionTitles, facilityTypeTitles } from '#core/organisation/facility.ts';
import { prefectureName } from '#core/organisation/prefecture.ts';
import type { RecordTable } from './record-table.ts';
import { moment } from './rows-in-pages.ts';

const prefectures = Object.fromEntries(Array.from({ length: 47 }, (_, at) => [at + 1, prefectureName(at + 1) ?? '']));
const yesNo = { true: 'はい', false: 'いいえ' };

/** What the facility says of itself, beside what the register knows. */
export const facilityTable: RecordTable = {
  file: '施設の情報.csv',
  about: '施設の名称、所在地、種類、病床数、電子カルテなど',
  tables: ['facility_profile'],
  columns: {
    名称: 't.name',
    医療機関コード: 't.code',
    都道府県: 't.prefecture',
    郵便番号: 't.postal_code',
    所在地: 't.address',
    種類: 't.type',
    病床数: 't.beds',
    機能: "array_to_string(t.functions, ' ')",
    電子カルテ: 'profile.ehr',
    情報システムの担当者がいる: 'profile.system_staff',
    どの点検票かの答え: 'profile.sheet_choice',
    直した日時: moment('profile.changed_at'),
    利用を始めた日時: moment('t.opened_at'),
  },
  from: 'facility t left join facility_profile profile on profile.facility_id = t.id',
  key: 't.id',
  order: 't.id',
  words: {
    都道府県: prefectures,
    種類: facilityTypeTitles,
    機能: facilityFunctionTitles,
    電子カルテ: ehrTitles,
    情報システムの担当者がいる: yesNo,
  },
};
