import type { Bilingual } from '#contract/texts/bilingual';
import type { WireFailure } from '#contract/wire/exchange';
import type { Answer, Fault } from '../answer.ts';

const both = (text: string): Bilingual => ({ nl: text, en: text });

/** What an answer was, in a few words. */
export const describeAnswer = (answer: Answer): Bilingual => {
  switch (answer.kind) {
    case 'accepted':
      return {
        nl: `aangenomen als dossier ${answer.dossierNumber} (${answer.status}, HTTP ${String(answer.http)})`,
        en: `accepted as dossier ${answer.dossierNumber} (${answer.status}, HTTP ${String(answer.http)})`,
      };
    case 'alive':
      return both(`IsAlive (HTTP ${String(answer.http)})`);
    case 'fault':
      return both(`HTTP ${String(answer.http)}, ${describeFault(answer.fault)}${withNumber(answer.dossierNumber)}`);
    case 'refused':
      return describeRefusal(answer);
    case 'http-error':
      return { nl: `HTTP ${String(answer.http)} zonder Fault`, en: `HTTP ${String(answer.http)} without a Fault` };
    case 'unexpected':
      return {
        nl: `HTTP ${String(answer.http)}, ${answer.reason.nl}`,
        en: `HTTP ${String(answer.http)}, ${answer.reason.en}`,
      };
    case 'none':
      return describeFailure(answer.failure);
  }
};

const withNumber = (dossierNumber: string): string => (dossierNumber === '' ? '' : ` (dossier ${dossierNumber})`);

const describeRefusal = ({
  http,
  refusal,
  dossierNumber,
}: Extract<Answer, { readonly kind: 'refused' }>): Bilingual => {
  const said = `[${refusal.code} ${refusal.element}] ${refusal.text}${withNumber(dossierNumber)}`;
  return {
    nl: `geweigerd in het antwoord (HTTP ${String(http)}): ${said}`,
    en: `refused in the response (HTTP ${String(http)}): ${said}`,
  };
};

const describeFault = (fault: Fault): string => {
  const detail =
    fault.detail === undefined ? '' : ` [${fault.detail.code} ${fault.detail.element}] ${fault.detail.text}`;
  return `Fault ${fault.code}: ${fault.text}${detail}`;
};

const failures: Readonly<Record<WireFailure['kind'], Bilingual>> = {
  dns: { nl: 'de naam van het endpoint is onbekend (DNS)', en: 'the name of the endpoint is unknown (DNS)' },
  refused: { nl: 'de verbinding is geweigerd', en: 'the connection was refused' },
  unreachable: { nl: 'het endpoint is onbereikbaar', en: 'the endpoint is unreachable' },
  proxy: { nl: 'de proxy laat niet door naar het endpoint', en: 'the proxy gives no way to the endpoint' },
  tls: { nl: 'de TLS-verbinding is mislukt', en: 'the TLS connection failed' },
  timeout: { nl: 'er kwam niet op tijd een antwoord', en: 'no answer came in time' },
  reset: { nl: 'de verbinding is verbroken', en: 'the connection was reset' },
  truncated: { nl: 'het antwoord brak halverwege af', en: 'the answer broke off half-way' },
  'too-large': { nl: 'het antwoord is te groot', en: 'the answer is too large' },
  budget: {
    nl: 'het aantal verzoeken dat het profiel toestaat, is op',
    en: 'the number of requests that the profile allows is used up',
  },
  aborted: { nl: 'de run is gestopt', en: 'the run was stopped' },
  other: { nl: 'de verbinding is mislukt', en: 'the connection failed' },
};

/** Why there was no answer. */
const describeFailure = (failure: WireFailure): Bilingual => {
  if (failure.said !== undefined) return failure.said;
  const { nl, en } = failures[failure.kind];
  return { nl: `${nl}: ${failure.message}`, en: `${en}: ${failure.message}` };
};
