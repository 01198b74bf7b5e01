import type { Contract } from '#contract/contract';
import { OpenElement, withDocuments } from '#xml/document';
import type { JudgementContext } from '#judgement/finding';
import { buildView } from '#judgement/view/build-view';
import { compileRoles, disposeRoles } from '#judgement/view/compile-roles';
import { writeView } from '#judgement/view/write-view';

/** The judged view of a message, written; for tests and for looking at. Throws when the message has no request in its Body. */
export const viewOf = (contract: Contract, message: Uint8Array, context: JudgementContext): string => {
  const roles = compileRoles(contract);
  try {
    return withDocuments((open) => {
      const request = open(message).root.get("*[local-name() = 'Body']/*");
      if (!(request instanceof OpenElement)) throw new Error('no request in the Body; give a whole envelope');
      return writeView(buildView({ contract, roles, request, context, open }).tree);
    });
  } finally {
    disposeRoles(roles);
  }
};
