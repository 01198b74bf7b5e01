import { claimInHeaders, type UsernameAccess } from '../server/authenticate.ts';
import { plainText, type HttpRequest, type HttpResponse } from '../server/http-message.ts';
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
  return locked(parts, access);
};

const enterWithCertificate = async (parts: MockParts, { client }: HttpRequest): Promise<Entry> => {
  const verdict = await parts.judgeClient(parts.certificateSteps, { chain: client?.chain ?? [], now: parts.now() });
  if (verdict.kind === 'let-in')
    return { kind: 'in', holder: { oin: verdict.oin, organisation: verdict.organisation } };
  const { code } = parts.contract.errorCodes.credentials;
  const { step, text } = verdict;
  return {
    kind: 'out',
    response: plainText(403, `${code} (${step}): ${text.nl} / ${text.en}`),
    fate: { outcome: 'refused', code, text: `${step}: ${text.nl}` },
  };
};

const locked = ({ contract }: MockParts, access: UsernameAccess): Entry => {
  const { code, text } = contract.errorCodes.credentials;
  const { nl, en } = wayIn(access);
  const challenge = access.carrier === 'basic' ? 'Basic realm="3PAS", charset="UTF-8"' : 'Header realm="3PAS"';
  return {
    kind: 'out',
    response: plainText(401, `${code}: ${text.nl} ${nl} / ${text.en} ${en}`, { 'www-authenticate': challenge }),
    fate: { outcome: 'refused', code, text: text.nl },
  };
};
