import type { DescriptionEntries, RoleEntry } from '../description/description-shape.ts';
import type { Files } from '../folder/file-names.ts';
import type { Grounding } from '../grounds/ground.ts';
import type { QName } from '#xml/qname';
import type { Gathered } from '../wsdl/gather.ts';
import type { Wsdl } from '../wsdl/wsdl.ts';
import type { Answers } from './bind.ts';
import type { AnswerDraft, FaultDraft } from './answer-drafts.ts';
import type { Finding, Question } from './finding.ts';
import type { Seen } from './seen.ts';
import type { HeaderDraft } from './header-drafts.ts';
import type { Offer } from './choose-operation.ts';
import type { UseDraft } from './role-drafts.ts';
import type { Table } from '../table.ts';
import type { Use } from '../use.ts';
import type { WrittenSchema } from './schema-origins.ts';

/** The contract that comes with the suite, which a new one is made after. */
export interface Shipped {
  readonly entries: DescriptionEntries;
  readonly files: Files;
  readonly tables: ReadonlyMap<string, Table>;
}

/** What a folder is made from. */
export interface Blueprint {
  readonly gathered: Gathered;
  readonly wsdl: Wsdl;
  readonly offer: Offer;
  readonly grounding: Grounding;
  readonly shipped: Shipped;
  readonly decisions: Decisions;
  /** What messages show that came with the WSDL. */
  readonly seen: Seen;
}

/** What a person decided of what is guessed. */
export interface Decisions {
  /** Whether a guess is bound; else its use is left open. */
  readonly takesGuesses: boolean;
  /** Answers by role. */
  readonly answers: Answers;
}

/** A document type as it is written in the description. */
export interface DocumentTypeDraft {
  readonly name: string;
  readonly label: string;
  readonly content: 'xml' | 'pdf' | 'none';
  readonly needs?: 'bopa';
}

/** An operation as it is written in the description. */
export interface OperationDraft {
  readonly name: string;
  readonly action: string;
  readonly request: QName;
  readonly response: QName;
}

/** What a folder is going to say. */
export interface Plan {
  /** The schemas that were found, as they were written. */
  readonly schemas: readonly WrittenSchema[];
  readonly blueprint: Blueprint;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly request: QName;
  readonly response: QName;
  readonly alive: OperationDraft | undefined;
  /** The operations of document types that have one of their own, by their names. */
  readonly deliverOf: ReadonlyMap<string, OperationDraft>;
  readonly headers: readonly HeaderDraft[];
  /** Operations of the port that nothing is sent to. */
  readonly others: readonly string[];
  readonly answer: AnswerDraft;
  readonly fault: FaultDraft | undefined;
  readonly numbers: DescriptionEntries['service']['answer']['numbers'];
  readonly duplicate: DescriptionEntries['service']['duplicate'];
  readonly errorCodes: DescriptionEntries['errorCodes'];
  readonly messageSchema: string;
  readonly codeLists: readonly string[];
  readonly tables: NonNullable<DescriptionEntries['tables']>;
  readonly documentTypes: readonly DocumentTypeDraft[];
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly uses: readonly UseDraft[];
  readonly guesses: readonly UseDraft[];
  readonly absent: readonly Use[];
  /** Where the parts of the service and the roles without a use were found. */
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** Schemas, WSDL and what is copied of the shipped folder, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly rules: { readonly kept: readonly string[]; readonly left: readonly string[]; readonly hasFaces: boolean };
}
