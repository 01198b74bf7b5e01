import { describeAnswer } from '#judgement/judges/describe';
import { answerCause } from './answer-causes.ts';
import { cause } from './causes.ts';
import type { Look } from './look.ts';
import { type StepResult, well } from './steps.ts';

/** One valid delivery that asks for no medium: it is to be prepared (klaargezet) and no more. */
export const deliveryStep = async ({ eyes, expected }: Look): Promise<StepResult> => {
  const heard = await eyes.delivery();
  const { answer } = heard;
  if (answer.kind === 'accepted') {
    const { dossierNumber, status } = answer;
    if (status === 'prepared' || status === 'unknown')
      return well(`klaargezet als dossier ${dossierNumber}`, `prepared as dossier ${dossierNumber}`);
    return { kind: 'cause', cause: cause('delivery-not-prepared', status, dossierNumber) };
  }
  const { nl, en } = describeAnswer(answer);
  const found = answer.kind === 'http-error' || answer.kind === 'none' ? answerCause(expected, heard) : undefined;
  return {
    kind: 'cause',
    cause:
      found ??
      cause(
        answer.kind === 'fault' || answer.kind === 'refused' ? 'delivery-refused' : 'delivery-answered-otherwise',
        nl,
        en,
      ),
  };
};
