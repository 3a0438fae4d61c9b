import type { Report } from '#core/assessment/report.ts';
import type { Drawing } from '#core/kernel/drawing.ts';
import { toSvg } from '#core/kernel/svg.ts';
import type { PdfDocument } from '../platform/documents/index.ts';

/** A picture as the template takes it. */
type Picture = { readonly svg: string; readonly width: number; readonly height: number; readonly alt: string };

/** The report as a document to typeset: drawings become SVG with their description as alternative text. */
export function reportDocument(report: Report): PdfDocument {
  const { scores, network } = report;
  const content = {
    ...report,
    scores: scores && {
      ...scores,
      radar: picture(scores.radar),
      changes: scores.changes && picture(scores.changes),
      standing: scores.standing && { ...scores.standing, strip: picture(scores.standing.strip) },
    },
    network: network && { ...network, ladder: picture(network.ladder) },
  };
  return { template: 'report', content };
}

function picture(drawing: Drawing): Picture {
  const { width, height, title, description } = drawing;
  return { svg: toSvg(drawing), width, height, alt: `${title}。${description}` };
}
