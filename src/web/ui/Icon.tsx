const paths = {
  check: 'M4 10.5 8.5 15 16.5 5.5',
  attention: 'M10 3 18 16.5H2zM10 8v4M10 14v.5',
  danger: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M10 6v5M10 13.5v.5',
  note: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M10 9v5M10 6v.5',
  help: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M7.5 8a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .7-1 1.4M10 14v.5',
  forward: 'm8 4 6 6-6 6',
  back: 'm12 4-6 6 6 6',
  down: 'm4 7.5 6 6 6-6',
  close: 'm5 5 10 10M15 5 5 15',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z',
  download: 'M10 3v9.5M6 9l4 4 4-4M3 16.5h14',
  upload: 'M10 13V3.5M6 7l4-4 4 4M3 16.5h14',
  home: 'M3 9.5 10 3l7 6.5M5 8.5V17h3.5v-5h3v5H15V8.5',
  clipboard: 'M7 4H4.5v13h11V4H13M7 2.5h6v3H7zM7 11.5l2.2 2.2 3.8-4.4',
  calendar: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4',
  list: 'M3 5h1M3 10h1M3 15h1M7 5h10M7 10h10M7 15h10',
  chart: 'M3 3v14h14M7 14v-4M11 14V6M15 14v-6',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 17c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 4a3 3 0 0 1 0 5.5M14.5 12.3c2 .6 3.5 2.4 3.5 4.7',
  building: 'M4 17V3h8v14M12 8h4v9M2 17h16M7 6.5h2M7 10h2M7 13.5h2',
  book: 'M10 4.5C8.5 3.5 6 3 3 3v12.5c3 0 5.5.5 7 1.5 1.5-1 4-1.5 7-1.5V3c-3 0-5.5.5-7 1.5M10 4.5V17',
  stamp: 'M4 17h12M5.5 13.5h9v-2h-3.2l.9-4.2a2.2 2.2 0 1 0-4.4 0l.9 4.2H5.5z',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M12.5 12.5 17 17',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  more: 'M4 10h.5M10 10h.5M16 10h.5',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3.5 17.5c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3',
  key: 'M6.5 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M9 11l7.5-7.5M13 7l3 3',
} as const;

export type IconName = keyof typeof paths;

type IconProps = { readonly name: IconName; readonly small?: boolean };

export function Icon({ name, small = false }: IconProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={`${small ? 'size-4' : 'size-5'} shrink-0`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
