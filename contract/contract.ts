import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import type { Grounding } from './grounds/ground.ts';
import type { Errors } from './error-cases.ts';
import type { DossierNumbers } from './dossier-numbers.ts';
import type { Bilingual } from './texts/bilingual.ts';
import type { Table } from './table.ts';
import type { Use } from './use.ts';

/** One operation of the service as it stands on the wire. */
export interface Operation extends Grounding {
  readonly name: string;
  /** The value of SOAPAction without its quotes. */
  readonly action: string;
  readonly request: QName;
  readonly response: QName;
}

/** Where an answer holds what the suite needs: XPath 1.0 relative to the response element. */
export interface AnswerPaths {
  readonly dossierNumber: string;
  /** Undefined where the schema alone says what numbers look like. */
  readonly numbers: DossierNumbers | undefined;
  /** Undefined for a service that tells no more than the number. */
  readonly outcome: OutcomePath | undefined;
  /** Undefined for a service that refuses with a Fault alone. */
  readonly failure: FailurePaths | undefined;
}

/** Where a refusal says what is wrong: XPath 1.0. */
export interface RefusalPaths {
  readonly code: string;
  readonly text: string;
  /** Undefined for a service that does not say what it is about. */
  readonly element: string | undefined;
}

/** How the response itself says that a delivery is refused, without a Fault, relative to its element. */
export interface FailurePaths extends RefusalPaths {
  /** Undefined where a code is there in refusals only. */
  readonly flag: FailureFlag | undefined;
}

/** What stands in the response to tell a refusal from an acceptance: none failed where any other text refuses, none succeeded where the outcome accepts. */
export interface FailureFlag {
  readonly at: string;
  readonly failed: readonly string[];
  readonly succeeded: readonly string[];
}

/** Where an answer says what became of the dossier, and what the service calls the three outcomes. */
export interface OutcomePath {
  readonly status: string;
  readonly statuses: Readonly<Record<'published' | 'scheduled' | 'prepared', string>>;
}

/** Where a Fault holds what the suite needs: the detail entry, and XPath 1.0 relative to it. */
export interface FaultPaths extends RefusalPaths, Grounding {
  readonly detail: QName;
}

/** What stands at a place of an element: a text, or what is known of a message when it leaves. */
export type Fill = {
  /** A path of child and attribute steps from the element. */
  readonly at: string;
  readonly place: Place;
} & (
  | { readonly from: 'username' | 'password' | 'id' | 'reference'; readonly text: undefined }
  | { readonly from: undefined; readonly text: string }
);

/** An element whose content the contract says as far as the schema does not, such as a block in the header of each message. */
export interface FilledElement {
  readonly element: QName;
  readonly fills: readonly Fill[];
  readonly place: Place;
}

export interface Service {
  /** Name of the WSDL file in the folder. */
  readonly wsdl: string;
  readonly deliver: Operation;
  /** The operations of document types that have one of their own, by their names. */
  readonly deliverOf: Readonly<Record<string, Operation>>;
  /** The connection test, with what its request bears. */
  readonly alive: (Operation & { readonly filled: FilledElement }) | undefined;
  /** Header blocks that messages must bear, besides those of credentials. */
  readonly headers: readonly FilledElement[];
  readonly answer: AnswerPaths;
  /** Undefined for a service whose Faults have a detail that nobody described. */
  readonly fault: FaultPaths | undefined;
}

/** One document type (documenttype) that the service takes. */
export interface DocumentType extends Grounding {
  /** What the role of `uses.documentType` says of it. */
  readonly name: string;
  readonly label: string;
  /** What the content must be: one XML document, or one PDF. */
  readonly content: 'xml' | 'pdf' | 'none';
  /** A permission of its own that deliveries of this type need at an endpoint that is not ours. */
  readonly needs?: 'bopa';
  /** Name of the example file in the folder. */
  readonly example: string;
}

/**
 * How the text at a role becomes elements of the judged view: `zip` is base64 of a zip, `file` of one file, `xml` is base64 of a document,
 * `wkt` is well-known text in RD, `positions` is a list of coordinate pairs, `gml` is an
 * element that is or holds a geometry in GML 3.2, `date` is an xs:date, or the day of an xs:dateTime.
 */
export type Decoding = 'zip' | 'xml' | 'file' | 'wkt' | 'positions' | 'gml' | 'date';

/** Files of a zip beside its document: PDFs and images, by their names. */
export interface FilesBeside extends Grounding {
  readonly names: readonly string[];
}

/** The XML that a payload holds: its schema, its root, and the roles inside it, relative to that root. */
export interface PayloadXml {
  readonly schema: string;
  readonly root: QName;
  /** What its document is called in a zip. */
  readonly file: string;
  /** Further files that the zip must hold; undefined where nothing is said of any. */
  readonly with: FilesBeside | undefined;
  readonly roles: readonly Role[];
}

/** What says something by standing there: an element by its name, or by the type that `xsi:type` names; `at` is its path. */
export interface Telling {
  readonly by: 'element' | 'type';
  readonly at: string;
}

/** A named place in a delivery; the judged view has one element of this name for each node found. */
export interface Role {
  readonly name: string;
  /** XPath 1.0 relative to the parent role's node, or to the request element. */
  readonly at: string;
  /** Set where deliveries have no such thing: rules and faces speak of it, and nothing is found. */
  readonly isNone: boolean;
  readonly decode: Decoding | undefined;
  /** What stands for what in a message: words by their code; none where the text is what it says. */
  readonly codes: ReadonlyMap<string, string>;
  /** Kinds of what codes stand for, by code, where a table has them: two of one name differ by it. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Roles beside it that say the name and the media type of its file. */
  readonly beside: { readonly name: string | undefined; readonly mediaType: string | undefined };
  /** Set where no text of a message says it. */
  readonly told: Telling | undefined;
  readonly payload: PayloadXml | undefined;
  /** Code lists, by the name the view gives them: the view says in which of them the value occurs. */
  readonly lists: Readonly<Record<string, string>>;
  /** The table that its values stand in; undefined where the schema says what may stand there. */
  readonly values: string | undefined;
  readonly roles: readonly Role[];
  readonly place: Place;
}

/** The role that a use is bound to. */
export interface Binding {
  /** Names of the roles from the outermost one, `content/paragraph`. */
  readonly path: string;
  /** The roles of the path, outermost first. */
  readonly roles: readonly Role[];
}

/** A place whose text counts where two deliveries are compared. */
export interface KeyPart {
  /** As the folder has it: a use, or the path of a role. */
  readonly name: string;
  /** Undefined for the content of deliveries that have no role for it: the whole message. */
  readonly binding: Binding | undefined;
}

/** What makes a service take a delivery for one that it accepted before. */
export interface DuplicateKey extends Grounding {
  /** Deliveries that are equal in all of these are the same. */
  readonly key: readonly KeyPart[];
  /** A delivery that says something at one of these is never a duplicate. */
  readonly unless: readonly KeyPart[];
}

/** What is said of each use: the role that it is bound to, that deliveries have no such thing, that the sender's certificate says it, or nothing. */
export type Uses = Readonly<Partial<Record<Use, Binding | 'none' | 'certificate'>>>;

/** What nodes of a use are called, as the examples show them: local names, since a careless reader looks at no more. */
export interface WireName {
  /** The elements that tell such a node from those of other roles, the innermost last. */
  readonly elements: readonly string[];
  readonly attribute: string | undefined;
}

/** What a violation is broken against: a facet, particle, attribute or type of an XSD, or an assert of `rules.sch`. */
export interface Constraint extends Grounding {
  /** `dossier.xsd#Dossier/Titel/maxLength`, or `rules.sch#<rule id>`. */
  readonly id: string;
  readonly kind: 'schema' | 'rule';
  readonly place: Place;
}

/** A `let` of `rules.sch`: of the schema or a pattern it is computed once at the document, of a rule at each context node. */
export interface RuleVariable {
  readonly name: string;
  readonly value: string;
  readonly at: 'document' | 'context';
}

/** One assert of `rules.sch`. */
export interface Rule extends Grounding {
  readonly id: string;
  /** `error` refuses a delivery, `warning` is only told. */
  readonly severity: 'error' | 'warning';
  /** XPath 1.0 that selects what the rule looks at, over the judged view. */
  readonly context: string;
  readonly test: string;
  /** Contexts of the earlier rules of its pattern: a node that one of them selects is not looked at again. */
  readonly unless: readonly string[];
  /** The `let` variables in scope, in order. */
  readonly lets: readonly RuleVariable[];
  readonly text: Bilingual;
  readonly place: Place;
}

export interface Limits {
  /** Largest request body our endpoint takes, in bytes. */
  readonly messageBytes: number;
  /** Largest unpacked content our endpoint takes, in bytes. */
  readonly contentBytes: number;
}

/** Days named by decree under Algemene termijnenwet art. 3(3), for each year that was looked up. */
export type DecreeDays = Readonly<Record<number, readonly string[]>>;

/** Something in `contract.yaml` that was guessed. */
export interface OpenQuestion {
  /** The key that it is about. */
  readonly about: string;
  readonly question: string;
  readonly place: Place;
}

/** A role that must be there under a condition, by its path, and the id of the rule that says so. */
export interface NeededRole {
  readonly path: string;
  readonly rule: string;
  /** Another role that is there, or is not; with values, that is one of them, or is not. */
  readonly condition: { readonly path: string; readonly values: readonly string[]; readonly isNot: boolean };
  /** The row of the description that says so. */
  readonly place: Place;
}

/** The interface as data: everything a contract folder says, checked. */
export interface Contract extends Errors {
  readonly directory: string;
  readonly id: string;
  readonly title: string;
  /** SHA-256 over names and bytes of all files, hexadecimal. */
  readonly digest: string;
  readonly provenance: Readonly<Record<string, string>>;
  /** True when KOOP confirmed the folder as a whole. */
  readonly confirmed: boolean;
  /** Prefixes for every XPath of the contract. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly service: Service;
  /** Name of the message schema, and of the view's. */
  readonly schemas: { readonly message: string; readonly view: string; readonly rules: string };
  /** Every file of the folder by its relative name; schemas say what the description says besides. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files as they are in the folder. */
  readonly ownFiles: ReadonlyMap<string, Uint8Array>;
  readonly documentTypes: readonly DocumentType[];
  readonly roles: readonly Role[];
  readonly uses: Uses;
  /** Undefined where the service takes no delivery for a duplicate. */
  readonly duplicate: DuplicateKey | undefined;
  /** What a person has still to look at. */
  readonly open: readonly OpenQuestion[];
  /** Where each use is said, or would be. */
  readonly usePlaces: Readonly<Record<Use, Place>>;
  readonly wireNames: Readonly<Partial<Record<Use, readonly WireName[]>>>;
  readonly rules: readonly Rule[];
  /** Namespaces declared in `rules.sch`. */
  readonly ruleNamespaces: Readonly<Record<string, string>>;
  readonly constraints: readonly Constraint[];
  /** Names of further operations that the service has; nothing is sent to them. */
  readonly otherOperations: readonly string[];
  /** Values of each named simple type with enumerations, keyed `codelists.xsd#Gemeente`. */
  readonly codeLists: ReadonlyMap<string, readonly string[]>;
  /** Value lists in files of the folder, by file; their values are among the code lists, whenever they hold. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly decreeDays: DecreeDays;
  /** Roles that the description demands at times. */
  readonly needed: readonly NeededRole[];
  readonly limits: Limits;
  /** Absolute path of `rules.mjs`, when there is one. Only the generators load it. */
  readonly faces: string | undefined;
}
