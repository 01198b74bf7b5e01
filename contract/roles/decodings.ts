import type { Role } from '../contract.ts';

type Decoded = Pick<Role, 'decode'>;

/** Whether files stand behind the base64 of a role, packed or not; the view has an element for each. */
export const holdsFiles = ({ decode }: Decoded): boolean => decode === 'zip' || decode === 'file';

/** Whether the text of a role is base64 of something. */
export const isPacked = (role: Decoded): boolean => holdsFiles(role) || role.decode === 'xml';

/** Whether the view says what is written at a role: what is packed, or holds other elements, it tells in parts. */
export const isText = (role: Decoded): boolean => !isPacked(role) && role.decode !== 'gml';

/** What a file is by its name, and where that does not tell by its media type. */
export const kindOfFile = (name: string, mediaType: string): 'xml' | 'pdf' | 'anders' => {
  const ending = /\.(xml|pdf)$/i.exec(name)?.[1] ?? /[/+](xml|pdf)\b/i.exec(mediaType)?.[1];
  return ending === undefined ? 'anders' : ending.toLowerCase() === 'xml' ? 'xml' : 'pdf';
};
