import { parseTree } from '#xml/parse';
import { doctypeOf } from '#xml/schema/prolog';
import type { XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';
import { ContractError, wholeFile } from '../folder/contract-error.ts';
import { notWellFormed } from '../folder/parse-file.ts';
import type { FoundDocument } from './found-document.ts';

/** More than any document of a service has. */
const mostBytes = 16 * 1024 * 1024;

const parsed = new WeakMap<FoundDocument, XmlElement>();

/** Parses a document that came from elsewhere; throws `ContractError`, in words that fit what it is instead. */
export const parseDocument = (document: FoundDocument): XmlElement => {
  const root = parsed.get(document) ?? parse(document);
  parsed.set(document, root);
  return root;
};

const parse = ({ name, bytes }: FoundDocument): XmlElement => {
  const whole = wholeFile(name);
  if (bytes.length === 0) throw new ContractError(whole, 'the document is empty; give the WSDL or schema itself');
  if (bytes.length > mostBytes)
    throw new ContractError(
      whole,
      `the document has more than ${String(mostBytes / 1024 / 1024)} MiB; give one that is smaller`,
    );
  const page = pageIn(bytes);
  if (page !== undefined) throw new ContractError(whole, page);
  try {
    return parseTree(withoutDoctype(name, bytes));
  } catch (error) {
    throw error instanceof XmlError ? notWellFormed(name, bytes, error) : error;
  }
};

/** A web page is what a wrong address, a proxy and an expired session give. */
const pageIn = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  if (
    !/^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(start)
  )
    return undefined;
  const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1]?.replace(/\s+/g, ' ').trim().slice(0, 80) ?? '';
  const called = title === '' ? '' : ` "${title}"`;
  const isLogin = /type\s*=\s*["']?password|inloggen|log ?in|sign ?in|SAMLRequest/i.test(start);
  return isLogin
    ? `this is a page to log in at${called}, and no WSDL; give the profile that has the credentials, or save the WSDL as a file`
    : `this is a web page${called}, and no WSDL; give the address of the WSDL itself, as ends with ?wsdl or ?singleWsdl`;
};

/** Nothing that a document type says is read; one that nothing relies on does no harm. */
const withoutDoctype = (file: string, bytes: Uint8Array): Uint8Array => {
  const doctype = doctypeOf(bytes);
  if (doctype?.needed !== undefined)
    throw new ContractError(
      { file, line: doctype.line },
      `the document has a document type declaration (DTD), which is not read: ${doctype.needed}; take it out`,
    );
  return doctype?.without ?? bytes;
};
