import { CannotStart } from '../../cannot-start.ts';

const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)([^?]*)(?:\?(.*))?$/;
const place = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/;

type Place = { readonly host: string; readonly port: string };

/** Hosts and ports as libpq pairs them: as many of one as of the other, or one port for all. */
function paired(hosts: readonly string[], ports: readonly string[], name: string): readonly Place[] {
  if (ports.length > 1 && ports.length !== hosts.length)
    throw new CannotStart(
      `${name} には、ホストが ${hosts.length}、ポートが ${ports.length} あります。同じ数にするか、ポートを 1 つにしてください。`,
    );
  return hosts.map((host, index) => ({ host, port: ports[index] ?? ports[0] ?? '' }));
}

function placesOf(authority: string, asked: URLSearchParams, name: string): readonly Place[] {
  const listed = (key: string) => asked.getAll(key).flatMap((value) => value.split(','));
  const [hosts, ports] = [listed('host'), listed('port')];
  if (hosts.length > 0) return paired(hosts, ports, name);
  const written = authority.split(',').map((text): Place => {
    const [, host = text, port = ''] = place.exec(text) ?? [];
    return { host, port };
  });
  if (ports.length === 0) return written;
  return paired(
    written.map(({ host }) => host),
    ports,
    name,
  );
}

/**
 * One URL for each host a connection URL lists, in libpq's ways: `h1:5432,h2:5432` before the path, or `host` and `port`
 * behind it, with commas or repeated. `name` is the setting the URL came from.
 */
export function urlOfEachHost(url: string, name: string): readonly string[] {
  const [, start = '', authority = '', path = '', query = ''] = parts.exec(url) ?? [];
  const asked = new URLSearchParams(query);
  const places = placesOf(authority, asked, name);
  if (places.length < 2) return [url];
  if (places.some(({ host }) => host === ''))
    throw new CannotStart(`${name} のホストの並びに、空のところがあります。「,」の前後を確かめてください。`);
  return places.map(({ host, port }) => {
    const own = new URLSearchParams(asked);
    own.delete('host');
    own.delete('port');
    if (host.startsWith('/')) own.set('host', host);
    if (host.startsWith('/') && port !== '') own.set('port', port);
    const ending = own.size > 0 ? `?${own}` : '';
    return `${start}${host.startsWith('/') ? '' : host}${!host.startsWith('/') && port ? `:${port}` : ''}${path}${ending}`;
  });
}
