import { type VeracityView, veracityOf } from '#core/audit/veracity.ts';
import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import type { Established } from '#core/evidence/established.ts';
import { establishedBy } from '../evidence/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { lastReported } from './audit-repository.ts';

const pairOf = ({ claimed, value }: Established) => ({ claimed, audited: value });

const mostYears = 10;

/** How far what was claimed holds: in this audit by area, and in every audit reported so far, the newest first. */
export async function readVeracity(
  context: FacilityContext,
  catalogue: Catalogue,
  of: { readonly auditId: string; readonly areas: readonly { readonly id: string; readonly title: string }[] },
): Promise<VeracityView> {
  const reported = await lastReported(context, mostYears);
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
  };
}
