type EstablishedLinesProps = { readonly lines: readonly string[] };

/** What audits and drills established, a line each, below what is claimed. */
export function EstablishedLines({ lines }: EstablishedLinesProps) {
  return lines.map((line) => (
    <span key={line} className="block text-help text-solid-gray-700">
      {line}
    </span>
  ));
}
