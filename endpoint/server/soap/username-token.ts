import { attributeOf, elementsOf, textOf, type XmlElement } from '#xml/tree';
import { passwordTextType, wsseNamespace } from '../../wsse.ts';

/** The claim of a UsernameToken; the password is undefined when it is absent or not plain text. */
export interface Claim {
  readonly username: string;
  readonly password: string | undefined;
  /** Set where the password came as a digest (UsernameToken Profile 1.0, section 3.1). */
  readonly isDigest?: true;
}

/** Whether a header block is WS-Security's. */
export const isSecurity = ({ namespace, name }: XmlElement): boolean =>
  namespace === wsseNamespace && name === 'Security';

/** The claim in the Security header, if there is one (UsernameToken Profile 1.0, section 3). */
export const claimIn = (headers: readonly XmlElement[]): Claim | undefined => {
  const tokens = headers.filter(isSecurity).flatMap((security) => childrenNamed(security, 'UsernameToken'));
  const [token] = tokens;
  if (token === undefined || tokens.length > 1) return undefined;
  const [username] = childrenNamed(token, 'Username');
  const [password] = childrenNamed(token, 'Password');
  return (
    username && {
      username: textOf(username),
      password: password && plainPassword(password),
      ...(password !== undefined && isDigest(password) ? { isDigest: true } : {}),
    }
  );
};

const childrenNamed = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => child.namespace === wsseNamespace && child.name === name);

/** PasswordText is the default type. */
const plainPassword = (password: XmlElement): string | undefined => {
  const type = attributeOf(password, 'Type') ?? passwordTextType;
  return type === passwordTextType ? textOf(password) : undefined;
};

const isDigest = (password: XmlElement): boolean => attributeOf(password, 'Type')?.endsWith('#PasswordDigest') === true;
