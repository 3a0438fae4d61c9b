import { japaneseDate } from '../kernel/fiscal-year.ts';
import type { Letter } from '../kernel/letter.ts';
import { lastDayOf } from './leaving.ts';

type Told = {
  readonly facility: string;
  readonly facilityId: string;
  readonly name: string;
  readonly by: string;
  readonly dueAt: Date;
};

const why = 'この施設の管理者か経営層として、必ずお送りするお知らせです。';
const pathOf = (facilityId: string) => `/facilities/${facilityId}/leaving`;

/** Tells who answers for a facility that it leaves: until when that can be withdrawn, and what is lost then. */
export function leavingLetter({ facility, facilityId, name, by, dueAt }: Told): Letter {
  const lastDay = japaneseDate(lastDayOf({ dueAt }));
  return {
    subject: `${facility}は、${lastDay}でまもりの利用を終える予定です`,
    name,
    place: facility,
    paragraphs: [
      `${by}さんが、${facility}でまもりの利用をやめると決めました。`,
      `${lastDay}が終わると、点検、回答、結果、証跡、職員の登録が、すべて消えます。元には戻せません。`,
      'それまでは、施設の管理者ならだれでも、利用を続けることに変えられます。残しておきたい記録は、同じ画面で、まとめて受け取れます。',
    ],
    link: { words: '確かめる', path: pathOf(facilityId) },
    unexpected: `聞いていないときは、${by}さんか、施設のほかの管理者に、すぐに確かめてください。`,
    why,
  };
}

/** Tells the same people that the facility stays. */
export function leavingWithdrawnLetter({ facility, facilityId, name, by }: Omit<Told, 'dueAt'>): Letter {
  return {
    subject: `${facility}は、まもりの利用を続けます`,
    name,
    place: facility,
    paragraphs: [`${by}さんが、利用を続けることにしました。何も消えていません。これまでどおり使えます。`],
    link: { words: '確かめる', path: pathOf(facilityId) },
    unexpected: `聞いていないときは、${by}さんに確かめてください。`,
    why,
  };
}
