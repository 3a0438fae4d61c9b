import { useQuery } from '@tanstack/react-query';
import { contentHref, evidenceQuery, isAt, type Place } from './queries.ts';

type EvidenceLinksProps = { readonly facilityId: string; readonly place: Place };

/** The files of a place in one line, each opened by its name; says so where there is none. */
export function EvidenceLinks({ facilityId, place }: EvidenceLinksProps) {
  const { data } = useQuery(evidenceQuery(facilityId));
  if (!data) return null;
  const files = data.filter(isAt(place));
  if (files.length === 0) return <span>（証跡はまだありません）</span>;
  return (
    <span>
      （証跡：
      {files.map((file, index) => (
        <span key={file.id}>
          {index > 0 && '、'}
          <a
            href={contentHref(facilityId, file)}
            download={file.name}
            className="rounded-4 break-all text-blue-900 underline underline-offset-4 hover:decoration-2"
          >
            {file.name}
          </a>
        </span>
      ))}
      ）
    </span>
  );
}
