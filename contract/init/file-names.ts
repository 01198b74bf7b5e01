import { posix } from 'node:path';

/** The name of a schema file, from the name or address of its document: `?xsd=xsd0` is `xsd0.xsd`. */
export const baseName = (name: string): string => asFile(lastOf(name));

/** The name under which a document is kept as it was found. */
export const sourceName = (name: string): string => plainName(lastOf(name)) || 'document';

const lastOf = (name: string): string => {
  const [path = '', query = ''] = name.split(/[?#]/);
  const last = query === '' ? posix.basename(path.replaceAll('\\', '/')) : (query.split('=').at(-1) ?? query);
  return decoded(last).split('/').at(-1) ?? '';
};

const plainName = (text: string): string =>
  text
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The name of a schema file, from the namespace of a schema that has no file of its own. */
export const namespaceName = (namespace: string): string => {
  const parts = namespace.split(/[/:#\s]+/).filter((part) => part !== '' && part !== 'http' && part !== 'https');
  return asFile(parts.at(-1) ?? 'zonder-naamruimte');
};

const asFile = (text: string): string => {
  const plain = plainName(text.replace(/\.(xsd|xml|wsdl)$/i, ''));
  return `${plain === '' ? 'schema' : plain}.xsd`;
};
