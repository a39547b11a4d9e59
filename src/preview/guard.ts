/** What is looked at of a request before it is answered. */
export interface Asked {
  readonly method: string | undefined;
  /** As sent: path and query, undecoded. */
  readonly url: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
}

/** What is served, and to whom. */
export interface House {
  readonly port: number;
  /** First part of every path; whoever does not know it gets nothing. */
  readonly key: string;
}

export type Verdict =
  { readonly kind: 'served'; readonly name: string } | { readonly kind: 'refused'; readonly status: number };

/**
 * Who may have what. Another site's page can make a browser ask (Fetch standard), or give its own name this address (DNS
 * rebinding); another user of the machine can ask directly. So: the name of the host must be ours, an origin that is told
 * must be ours, and the path must begin with the key of this call. The rest of the path is only ever a name in a list:
 * no part of a request becomes a path of the disk.
 */
export function judge({ method, url, host, origin, site }: Asked, { port, key }: House): Verdict {
  const refused = (status: number): Verdict => ({ kind: 'refused', status });
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host.toLowerCase())) return refused(403);
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) return refused(403);
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refused(403);
  if (method !== 'GET' && method !== 'HEAD') return refused(405);
  const [path = ''] = (url ?? '').split('?', 1);
  const prefix = `/${key}/`;
  if (!path.startsWith(prefix)) return refused(404);
  return { kind: 'served', name: path.slice(prefix.length) };
}

/** Sent with every answer: the page may load nothing but what this server has, and stand in no frame. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
