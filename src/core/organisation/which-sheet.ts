import { z } from 'zod';
import { facilityTypeSchema } from './facility.ts';

const answerSchema = z.enum(['yes', 'no', 'unclear']);

/** What the branch 「どの点検票を使うか」 asks. */
export const sheetBranchSchema = z.object({
  type: facilityTypeSchema,
  beds: z.number().int().min(0).max(9999).nullable(),
  /** Servers in the house that store medical information or do the main processing. */
  ownServers: answerSchema,
  /** An application is installed on a PC or tablet and processing ends there. */
  appOnPc: answerSchema,
  /** Updates of all servers (such PCs among them) entrusted to vendors, written in contract, terms or SLA. */
  updatesEntrusted: answerSchema,
});
export type SheetBranch = z.infer<typeof sheetBranchSchema>;

export const sheetChoiceSchema = z.object({
  sheet: z.enum(['hospital', 'small-facility']),
  /** みなし遵守 through 保守委託機関編. */
  deemedCompliance: z.enum(['may-apply', 'does-not-apply', 'unclear']),
  reasons: z.array(z.string()),
});
export type SheetChoice = z.infer<typeof sheetChoiceSchema>;

type Deemed = SheetChoice['deemedCompliance'];
type Facts = Pick<SheetBranch, 'ownServers' | 'appOnPc' | 'updatesEntrusted'>;

const flowChart = 'ガイドライン第7.0版 保守委託機関編 図1。公開の解説による';

function chooseSheet({ type, beds }: SheetBranch): { sheet: SheetChoice['sheet']; reason: string } {
  if (type === 'hospital')
    return { sheet: 'hospital', reason: '病院のため、80問の点検票です（HAIP提言 第1版①-1の分け方）。' };
  const isClinic = type === 'clinic' || type === 'clinic-with-beds' || type === 'dental-clinic';
  if (isClinic && beds !== null && beds >= 20) {
    return { sheet: 'hospital', reason: `${beds}床は20床以上で病院に当たるため、80問の点検票です（医療法1条の5）。` };
  }
  const kind =
    type === 'clinic-with-beds' ? '有床診療所（19床以下）も診療所に当たるため' : '診療所・薬局・介護施設などのため';
  return { sheet: 'small-facility', reason: `${kind}、13問の点検票です（HAIP提言 第1版①-1の分け方）。` };
}

/** One server without the clause turns the answer to no; what is unclear does not count as written. */
function deem({ ownServers, appOnPc, updatesEntrusted }: Facts): Deemed {
  if (updatesEntrusted === 'no') return 'does-not-apply';
  return [ownServers, appOnPc, updatesEntrusted].includes('unclear') ? 'unclear' : 'may-apply';
}

function serverReasons({ ownServers, appOnPc }: Facts): readonly string[] {
  const pc = `アプリを入れてその中で処理が終わるPC・タブレットは、サーバに数えます（${flowChart}）。その更新の責任も契約書に要ります。`;
  const cloud = `院内にサーバは無く、クラウドだけです。画面を見るだけの端末は数えません。クラウドの事業者が更新の責任を負うことが、契約書・利用規約・SLAのどれかに書いてあるかで決まります（${flowChart}）。`;
  const open = `サーバの有無が分かっていません。事業者に聞いて一覧にしてください。PCの中で処理が終わるアプリがあれば、それも数えます（${flowChart}）。`;
  if (ownServers === 'unclear' || appOnPc === 'unclear') return [open];
  if (appOnPc === 'yes') return [pc];
  return ownServers === 'no' ? [cloud] : [];
}

/** What みなし遵守 means for a facility, with the reason. */
export function deemedReason(deemed: Deemed): string {
  const parts = '経営管理編・企画管理編・システム運用編';
  if (deemed === 'may-apply') {
    return `すべてのサーバの更新の責任を事業者が負うと書面にあるため、概説編と保守委託機関編に従えば、ガイドラインを守っているとみなされる可能性があります（${flowChart}）。契約書の該当箇所を手元に置いてください。`;
  }
  if (deemed === 'does-not-apply') {
    return `更新の責任が書面で任されていないサーバが一つでもあると、みなし遵守は使えず、${parts}に従います（${flowChart}）。`;
  }
  return `書面で確かめられていない所があります。確かめるまでは、みなし遵守は使えないものとして${parts}に従ってください（${flowChart}）。`;
}

/**
 * Which sheet is for us, and whether みなし遵守 may apply. The sheet follows the type; deemed compliance follows the
 * contracts alone, not the size (保守委託機関編 図1, by two independent secondary sources).
 */
export function chooseSheetFor(branch: SheetBranch): SheetChoice {
  const { sheet, reason } = chooseSheet(branch);
  const deemedCompliance = deem(branch);
  const reasons = [reason, ...serverReasons(branch), deemedReason(deemedCompliance)];
  return { sheet, deemedCompliance, reasons };
}
