import { Link } from '#web/ui/Link.tsx';

type RegisterLinksProps = {
  readonly facilityId: string;
  /** Whether the person may take suggestions. */
  readonly suggests: boolean;
};

/** What belongs to the register: where risks come from, by what they are estimated, where their treatments stand. */
export function RegisterLinks({ facilityId, suggests }: RegisterLinksProps) {
  const at = `/facilities/${facilityId}/risks`;
  return (
    <nav aria-label="リスクのほかの画面">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {suggests && (
          <li>
            <Link href={`${at}/suggestions`}>リスクの案</Link>
          </li>
        )}
        <li>
          <Link href={`${at}/safeguards`}>対応の抜け（表4-1）</Link>
        </li>
        <li>
          <Link href={`${at}/criteria`}>見積もりの基準</Link>
        </li>
      </ul>
    </nav>
  );
}
