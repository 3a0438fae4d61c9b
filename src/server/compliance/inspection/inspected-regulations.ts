import type { InspectedRegulation } from '#core/compliance/inspection/inspection.ts';
import type { RegulationRow } from '#core/compliance/regulation/regulation.ts';
import { regulationDocument } from '#core/compliance/regulation/regulation-document.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findRegulations, findVersion, versionsWithText } from '../regulation/regulation-repository.ts';

/** A document whose version in force has begun and that nobody has withdrawn. */
export type InForce = RegulationRow & { readonly current: NonNullable<RegulationRow['current']> };

export const regulationsInForce = async (context: FacilityContext): Promise<InForce[]> =>
  (await findRegulations(context)).flatMap((row) =>
    row.withdrawn || row.current === null ? [] : [{ ...row, current: row.current }],
  );

/** The documents in force, as an inspection is shown them. */
export async function inspectedRegulations(
  context: FacilityContext,
  inForce: readonly InForce[],
): Promise<InspectedRegulation[]> {
  const ids = inForce.map(({ current }) => current.id);
  const written = await versionsWithText(context, ids);
  return inForce.map(({ id, title, kind, current }) => ({
    id,
    title,
    kind,
    number: current.number,
    validOn: current.validOn,
    approvedBy: current.approvedBy?.name ?? '',
    approvedAt: current.approvedAt ?? context.now,
    hasText: written.has(current.id),
  }));
}

/** The texts of these documents, each as it is printed. */
export async function regulationTexts(
  context: FacilityContext,
  facility: string,
  regulations: readonly InspectedRegulation[],
): Promise<ReturnType<typeof regulationDocument>[]> {
  const texts: ReturnType<typeof regulationDocument>[] = [];
  for (const regulation of regulations.filter(({ hasText }) => hasText)) {
    const version = await findVersion(context, regulation.id, regulation.number);
    if (version) texts.push(regulationDocument({ regulation, version, facility, now: context.now }));
  }
  return texts;
}
