import { contentPrefix } from '#contract/error-cases';
import type { Bilingual } from '#contract/texts/bilingual';
import { type ContentFault, contentText, filesText, isOfSystem } from '#contract/texts/content-text';
import type { XmlProblem } from '#contract/texts/xml-problem';
import type { Complaint } from '../../server/soap/complaint.ts';

/** Why content can't be read, with what is wrong with its XML or zip where that is why. */
export type Unreadable =
  | ContentFault
  | { readonly fault: 'xml'; readonly problem: XmlProblem }
  | { readonly fault: 'zip' | 'crc' | 'methode'; readonly text: Bilingual };

/** The word that the view has for it. */
export const faultOf = (unreadable: Unreadable): ContentFault =>
  typeof unreadable === 'string' ? unreadable : unreadable.fault;

/** Unreadable content as a reason to refuse. */
export const contentFault = (unreadable: Unreadable, at: string): Complaint => {
  const fault = faultOf(unreadable);
  const name = at.slice(at.indexOf('#') + 1);
  return {
    case: fault === 'te-groot' ? 'size' : 'content',
    id: undefined,
    fault: contentPrefix + fault,
    at,
    text: isOfSystem(name) ? filesText([name]) : textOf(unreadable),
  };
};

const textOf = (unreadable: Unreadable): Bilingual => {
  if (typeof unreadable === 'string') return contentText(unreadable);
  return 'text' in unreadable ? unreadable.text : contentText('xml', unreadable.problem);
};
