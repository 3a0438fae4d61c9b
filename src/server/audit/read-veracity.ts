import { type AuditedPair, areasOverYears, type VeracityView, veracityOf } from '#core/audit/veracity.ts';
import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import type { Established } from '#core/evidence/established.ts';
import { establishedBy } from '../evidence/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { lastReported } from './audit-repository.ts';

const pairOf = ({ claimed, value }: Established) => ({ claimed, audited: value });

const mostAudits = 10;

type Reported = Awaited<ReturnType<typeof lastReported>>;

/** Each value in its area and in the fiscal year of its audit. */
function pairsIn(catalogue: Catalogue, reported: Reported, values: readonly Established[]): readonly AuditedPair[] {
  const yearOf = new Map(reported.map(({ id, fiscalYear }) => [id, fiscalYear]));
  return values.flatMap((value) => {
    const fiscalYear = yearOf.get(value.sourceId);
    const area = findItem(catalogue, value.itemId)?.area;
    return area && fiscalYear !== undefined ? [{ ...pairOf(value), area, fiscalYear }] : [];
  });
}

/** How far what was claimed holds: in this audit by area, in every audit reported so far, the newest first, and by area over the years. */
export async function readVeracity(
  context: FacilityContext,
  catalogue: Catalogue,
  of: { readonly auditId: string; readonly areas: readonly { readonly id: string; readonly title: string }[] },
): Promise<VeracityView> {
  const reported = await lastReported(context, mostAudits);
  const values = await establishedBy(context, [...reported.map(({ id }) => id), of.auditId]);
  const by = (auditId: string) => values.filter(({ sourceId }) => sourceId === auditId);
  const own = by(of.auditId);
  const inArea = (id: string) => own.filter(({ itemId }) => findItem(catalogue, itemId)?.area.id === id);
  return {
    overall: veracityOf(own.map(pairOf)),
    areas: of.areas.map(({ id, title }) => ({ id, title, ...veracityOf(inArea(id).map(pairOf)) })),
    years: reported.map(({ id, title, fiscalYear }) => {
      return { auditId: id, title, fiscalYear, ...veracityOf(by(id).map(pairOf)) };
    }),
    overYears: areasOverYears(pairsIn(catalogue, reported, values)),
  };
}
