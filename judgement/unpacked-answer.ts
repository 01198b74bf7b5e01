import type { Bilingual } from '#contract/texts/bilingual';
import type { Exchange, WireResponse } from '#contract/wire/exchange';
import { isGzip, uncoded } from '#contract/wire/codings';

/** Bytes that an answer may take unpacked; those of the contract have some hundreds. */
const most = 4 * 1024 ** 2;

/** An exchange whose answer is out of the content codings that its headers name, to be read and judged; the record keeps the bytes that came. The very same where there is nothing to unpack, or it can't be. */
export const unpackedAnswer = (exchange: Exchange): Exchange => {
  const { outcome } = exchange;
  const coding = 'response' in outcome ? outcome.response.headers['content-encoding'] : undefined;
  if (!('response' in outcome) || coding === undefined) return exchange;
  const { response } = outcome;
  const { body } = uncoded([['content-encoding', coding]], response.body, most);
  return body === response.body
    ? exchange
    : { ...exchange, outcome: { response: { ...response, body, packed: coding } } };
};

/** The content coding of an answer that is no XML, and whether it was unpacked: what can't be is in one that nobody knows, is not in it, or would be too large. Gzip is known by its first bytes too. Empty where it has none. */
export const codingOf = ({ headers, packed, body }: WireResponse): Bilingual => {
  const coding = headers['content-encoding'];
  if (coding === undefined || /^identity$/i.test(coding.trim())) return isGzip(body) ? unnamedGzip : noCoding;
  const named = `, Content-Encoding ${coding}`;
  if (packed !== undefined) return { nl: `${named}, uitgepakt`, en: `${named}, unpacked` };
  return { nl: `${named}, niet uit te pakken`, en: `${named}, which can't be unpacked` };
};

const noCoding: Bilingual = { nl: '', en: '' };

const unnamedGzip: Bilingual = {
  nl: ', ingepakt met gzip zonder dat Content-Encoding dat zegt',
  en: ', compressed by gzip without a Content-Encoding that says so',
};
