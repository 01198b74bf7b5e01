/** The environment variable that names a proxy for an address, unless NO_PROXY excepts its host; curl and most tools go by them. */
export const proxyVariableFor = (
  { protocol, hostname }: URL,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  const valueOf = (name: string): string => environment[name]?.trim() ?? '';
  const own = protocol === 'https:' ? ['HTTPS_PROXY', 'https_proxy'] : ['HTTP_PROXY', 'http_proxy'];
  const set = [...own, 'ALL_PROXY', 'all_proxy'].find((name) => valueOf(name) !== '');
  const excepted = `${valueOf('NO_PROXY')},${valueOf('no_proxy')}`.split(/[\s,]+/).filter((one) => one !== '');
  return set === undefined || excepted.some((one) => isExcepted(hostname, one)) ? undefined : set;
};

const isExcepted = (host: string, pattern: string): boolean => {
  const name = pattern
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\*?\./, '');
  return pattern === '*' || host === name || host.endsWith(`.${name}`);
};
