import type { Contract } from '#contract/contract';
import { takesAuthorityFromCertificate } from '#contract/roles/bindings';
import type { Complaint } from '../server/soap/complaint.ts';
import type { Examination } from './examine.ts';
import type { ViewContext } from './judgement/view.ts';

/** An examination, with a complaint first where the certificate should say the authority and its OIN has a mandate for nobody. */
export const forSomebody = (
  contract: Contract,
  { mandates }: Pick<ViewContext, 'mandates'>,
  examination: Examination,
): Examination => {
  if (examination.kind !== 'delivery' || mandates?.length !== 0) return examination;
  if (!takesAuthorityFromCertificate(contract)) return examination;
  const { judgement, operation } = examination;
  const complaint: Complaint = { case: 'credentials', id: undefined, at: operation.request.name, text: forNobody };
  return { ...examination, judgement: { ...judgement, complaints: [complaint, ...judgement.complaints] } };
};

const forNobody = {
  nl: 'Het certificaat staat voor geen bevoegd gezag. Lever aan met het certificaat van een bevoegd gezag, of vul de machtigingen aan.',
  en: 'The certificate stands for no competent authority. Deliver with the certificate of one, or add it to the mandates (machtigingen).',
};
