import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file of this room that goes into a page whole. */
type Asset =
  | 'components.css'
  | 'neutral.css'
  | 'source-lines.css'
  | 'drawing.css'
  | 'filter-rows.mjs'
  | 'renew.mjs'
  | 'save-form.mjs';

/** The text of an asset, line ends as in a page: a browser takes the digest of that. */
export const assetText = (name: Asset): string =>
  readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

/** How a content security policy names a text that may stand in a page. */
export const policyDigest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
