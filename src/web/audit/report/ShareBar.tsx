/** The share of items where both agree, as a bar; the number stands beside. */
export function ShareBar({ share }: { readonly share: number | null }) {
  if (share === null) return null;
  return (
    <span aria-hidden="true" className="my-2 block h-2 w-full rounded-full bg-solid-gray-100 forced-colors:border">
      <span
        className="block h-full rounded-full bg-blue-900 forced-colors:bg-[CanvasText]"
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
