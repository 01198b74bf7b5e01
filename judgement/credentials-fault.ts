import type { Contract } from '#contract/contract';
import type { Answer, Fault } from './answer.ts';

/** Whether a Fault is about who sends: by the contract's own code, or by those of WS-Security 1.0 section 12. */
export const isOfCredentials = ({ errorCodes }: Pick<Contract, 'errorCodes'>, fault: Fault): boolean => {
  const { code } = errorCodes.credentials;
  return fault.detail?.code === code || fault.text.startsWith(code) || ofSecurity.test(fault.code);
};

const ofSecurity =
  /^(?:FailedAuthentication|FailedCheck|InvalidSecurity|InvalidSecurityToken|SecurityTokenUnavailable)$/;

/** Whether an answer refuses what was sent for another reason than who sends. */
export const isOfContent = (contract: Contract, answer: Answer): boolean => {
  if (answer.kind === 'refused') return answer.refusal.code !== contract.errorCodes.credentials.code;
  return answer.kind === 'fault' && !isOfCredentials(contract, answer.fault);
};
