/** First stop of the Tab key on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-8 bg-white px-4 py-3 font-700 text-blue-900 focus:translate-y-0 print:hidden"
    >
      本文へ移る
    </a>
  );
}
