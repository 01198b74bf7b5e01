import { claimInHeaders, type UsernameAccess } from '../server/authenticate.ts';
import type { HttpRequest, HttpResponse } from '../server/http-message.ts';
import { textAnswer } from '../server/text-answer.ts';
import { nobody, type Holder } from './certificate/judge-client.ts';
import type { MockParts } from './parts.ts';
import { wayIn } from './way-in.ts';
import type { Fate } from './record.ts';

/** Who comes in, with whom the certificate names if there is one; or what is answered at the door. */
export type Entry =
  | { readonly kind: 'in'; readonly holder: Holder }
  | { readonly kind: 'out'; readonly response: HttpResponse; readonly fate: Fate };

/** Judges who a request comes from, as far as that can be told before its body is read. */
export const enter = async (parts: MockParts, request: HttpRequest): Promise<Entry> => {
  const { access } = parts;
  if (access.kind === 'certificate') return enterWithCertificate(parts, request);
  const isLater = access.carrier === 'wsse';
  if (isLater || parts.isLetIn(claimInHeaders(access, request.headers))) return { kind: 'in', holder: nobody };
  return locked(parts, access, request);
};

const enterWithCertificate = async (parts: MockParts, request: HttpRequest): Promise<Entry> => {
  const { client } = request;
  const verdict = await parts.judgeClient(parts.certificateSteps, { chain: client?.chain ?? [], now: parts.now() });
  if (verdict.kind === 'let-in')
    return { kind: 'in', holder: { oin: verdict.oin, organisation: verdict.organisation } };
  const { code } = parts.contract.errorCodes.credentials;
  const { step, text } = verdict;
  return {
    kind: 'out',
    response: textAnswer(request)(403, { nl: `${code} (${step}): ${text.nl}`, en: `${code} (${step}): ${text.en}` }),
    fate: { outcome: 'refused', code, text: `${step}: ${text.nl}` },
  };
};

const locked = ({ contract }: MockParts, access: UsernameAccess, request: HttpRequest): Entry => {
  const { code, text } = contract.errorCodes.credentials;
  const { nl, en } = wayIn(access);
  const challenge = access.carrier === 'basic' ? 'Basic realm="3PAS", charset="UTF-8"' : 'Header realm="3PAS"';
  return {
    kind: 'out',
    response: textAnswer(request)(
      401,
      { nl: `${code}: ${text.nl} ${nl}`, en: `${code}: ${text.en} ${en}` },
      { 'www-authenticate': challenge },
    ),
    fate: { outcome: 'refused', code, text: text.nl },
  };
};
