import { shareOf } from './draw.ts';
import type { DemoFacility } from './listed-facility.ts';

type Exemption = {
  readonly reason: string;
  readonly share: number;
  readonly of: (facility: DemoFacility) => boolean;
};

const upTo =
  (most: number) =>
  ({ beds }: DemoFacility) =>
    beds !== null && beds < most;
const isOneOf =
  (...types: readonly DemoFacility['type'][]) =>
  ({ type }: DemoFacility) =>
    types.includes(type);

const exemptions: Readonly<Record<string, Exemption>> = {
  'H07-6': { share: 0.2, of: upTo(200), reason: '無線LANを設けていない。電波の届く機器も置いていない。' },
  'H09-1': { share: 0.15, of: upTo(200), reason: '業務用の端末を病棟の外へ持ち出していない。' },
  'H09-3': { share: 0.2, of: upTo(300), reason: '院外から接続する仕組みを設けていない。' },
  'H12-5': { share: 0.12, of: upTo(300), reason: '認証装置を使っていない（IDとパスワードだけ）。' },
  'H17-2': {
    share: 0.12,
    of: ({ ehr }) => ehr === 'on-premise',
    reason: '診療の情報を院外の事業者に預けていない。',
  },
  'S4-2': {
    share: 0.25,
    of: isOneOf('care-home', 'pharmacy'),
    reason: '遠隔保守を受けている機器がない（事業者に確かめた）。',
  },
  'S5-2': { share: 0.5, of: ({ ehr }) => ehr === 'none', reason: '電子の記録を使っておらず、紙で運用している。' },
  S7: { share: 0.1, of: isOneOf('dental-clinic', 'pharmacy'), reason: 'USBを使わず、端末も持ち出していない。' },
};

/** Why an item is 対象外 at a facility, in every year; undefined where it applies. */
export function exemptionOf(facility: DemoFacility, item: string): string | undefined {
  const exemption = exemptions[item];
  if (!exemption?.of(facility)) return undefined;
  return shareOf('exemption', facility.code, item) < exemption.share ? exemption.reason : undefined;
}
