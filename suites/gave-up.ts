import type { WireFailure } from '#contract/wire/exchange';
import { describeFailure } from '#judgement/judges/describe';

/** A failure that we decided on, in both languages. */
export type GaveUp = WireFailure & Required<Pick<WireFailure, 'said'>>;

const gaveUp = (kind: WireFailure['kind'], code: string, [nl, en]: readonly [string, string]): GaveUp => ({
  kind,
  code,
  message: en,
  said: { nl, en },
});

/** What came of another request is no part of this one. */
export const neverAnswered = (failure: WireFailure): GaveUp =>
  gaveUp(failure.kind, failure.code, [
    `opgegeven, want er kwam nog geen antwoord: ${describeFailure(failure).nl}`,
    `given up, since no answer has come yet: ${failure.message}`,
  ]);

/** An endpoint that answered, and does not any more. */
export const halfWay = (
  failure: WireFailure,
  { answered, times }: { readonly answered: number; readonly times: number },
): GaveUp =>
  gaveUp(failure.kind, failure.code, [
    `opgegeven: het endpoint viel halverwege uit. Na ${String(answered)} antwoorden kwam er ${String(times)} keer achter elkaar geen: ${describeFailure(failure).nl}`,
    `given up: an outage half-way. After ${String(answered)} answers none came ${String(times)} times in a row: ${failure.message}`,
  ]);

/** One answer of a gateway to everything, where the endpoint itself answered before. */
export const gatewayHalfWay = (
  status: number,
  { answered, times }: { readonly answered: number; readonly times: number },
): GaveUp =>
  gaveUp('aborted', `HTTP_${String(status)}`, [
    `opgegeven: het endpoint viel halverwege uit. Na ${String(answered)} ${answered === 1 ? 'antwoord' : 'antwoorden'} kwam ${String(times)} keer achter elkaar HTTP ${String(status)} zonder SOAP`,
    `given up: an outage half-way. After ${String(answered)} ${answered === 1 ? 'answer' : 'answers'} HTTP ${String(status)} came ${String(times)} times in a row, without SOAP`,
  ]);

/** Credentials are not offered any more, since accounts lock. */
export const credentialsRefused = (times: number): GaveUp =>
  gaveUp('aborted', 'UNAUTHORIZED', [
    `opgegeven: HTTP 401 kwam ${String(times)} keer achter elkaar, en meer pogingen kunnen het account blokkeren. Controleer gebruikersnaam en wachtwoord in het profiel`,
    `given up: HTTP 401 came ${String(times)} times in a row, and more tries may lock the account. Check the credentials of the profile`,
  ]);

/** Our own credentials were taken until wrong ones were offered. */
export const accountLocked = (status: number): GaveUp =>
  gaveUp('aborted', 'LOCKED', [
    `opgegeven: sinds de proef met verkeerde inloggegevens worden ook de juiste geweigerd (HTTP ${String(status)}); het account is waarschijnlijk geblokkeerd. Vraag de beheerder van het endpoint het vrij te geven`,
    `given up: since wrong credentials were tried the right ones are refused too (HTTP ${String(status)}); the account is probably locked. Ask who runs the endpoint to unlock it`,
  ]);

/** One answer to everything: that of another address, or of something in between. */
export const alwaysTheSame = (status: number, times: number, url: string): GaveUp =>
  gaveUp('aborted', `HTTP_${String(status)}`, [
    `opgegeven: HTTP ${String(status)} kwam ${String(times)} keer achter elkaar, zonder SOAP. Controleer de URL ${url}, en of daar het endpoint zelf antwoordt`,
    `given up: HTTP ${String(status)} came ${String(times)} times in a row, without SOAP. Check the URL ${url}, and whether the endpoint itself answers there`,
  ]);

/** Another run, under the same run id, sent the same. */
export const deliveredBefore = (runId: string): GaveUp =>
  gaveUp('aborted', 'DELIVERED_BEFORE', [
    `opgegeven: het endpoint kent deze aanleveringen al van een eerdere run met --run-id ${runId}. Laat --run-id en --clock weg, of geef een andere --run-id`,
    `given up: the endpoint knows these deliveries of an earlier run with --run-id ${runId}. Leave out --run-id and --clock, or give another --run-id`,
  ]);

/** A limit of the profile on dossiers, those included that an answer does not rule out; nothing is wrong with the number of requests. */
export const noMoreDossiers = (cap: number): GaveUp =>
  gaveUp('budget', 'ACCEPTED', [
    `er zijn ${String(cap)} dossiers aangenomen of misschien gemaakt, en meer staat het profiel niet toe (limits.accepted)`,
    `${String(cap)} dossiers were accepted or perhaps made, which is the most that the profile allows (limits.accepted)`,
  ]);
