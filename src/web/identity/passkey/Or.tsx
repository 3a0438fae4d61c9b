/** Between two ways to prove who one is. */
export function Or() {
  return (
    <p className="flex items-center gap-3 text-help text-solid-gray-700 before:flex-1 before:border-t before:border-solid-gray-100 after:flex-1 after:border-t after:border-solid-gray-100">
      または
    </p>
  );
}
