import type { Bilingual } from '#contract/texts/bilingual';
import type { Complaint } from './complaint.ts';

/** The codes of SOAP 1.1 section 4.4.1. */
export type FaultCode = 'Client' | 'Server' | 'MustUnderstand' | 'VersionMismatch';

/** A Fault before it is serialised. Its complaints become the detail, and exist only when the Body could not be processed. */
export interface SoapFault {
  readonly code: FaultCode;
  readonly text: Bilingual;
  readonly complaints: readonly Complaint[];
  /** Who refuses on the way, where that is not the service (SOAP 1.1 section 4.4). */
  readonly actor?: string | undefined;
}

/** A Fault that is not about the Body. */
export const headerFault = (code: FaultCode, nl: string, en: string): SoapFault => ({
  code,
  text: { nl, en },
  complaints: [],
});

/** A Client Fault because the Body, or the envelope around it, is not as it should be. */
export const bodyFault = (at: string, nl: string, en: string): SoapFault => ({
  code: 'Client',
  text: { nl, en },
  complaints: [{ case: 'schema', id: undefined, at, text: { nl, en } }],
});
