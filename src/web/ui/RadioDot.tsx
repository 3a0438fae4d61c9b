/** The round mark of a radio; its parent carries `group`. */
export function RadioDot() {
  return (
    <span className="size-5 shrink-0 rounded-full border-2 border-solid-gray-600 bg-white group-hover:border-black group-selected:border-[6px] group-selected:border-blue-900 group-invalid:border-red-900" />
  );
}
