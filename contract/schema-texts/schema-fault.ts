import type { SimpleType } from '#xml/schema/model';
import type { NamedMessage } from '#xml/schema/naming';

/** What a message of libxml2 is about, as far as people are told. */
export interface SchemaFault {
  /** Last step of the constraint's id: `maxLength`, `minOccurs`, `content`. */
  readonly aspect: string;
  /** Step before it: the name of the declaration, `Titel` or `@soort`. */
  readonly declared: string;
  /** Local name of the element. */
  readonly element: string;
  /** Its namespace, as the message has it; empty for none. */
  readonly namespace: string;
  /** Name of the attribute that it is about. */
  readonly attribute: string | undefined;
  /** Its namespace, as the message has it; empty for none. */
  readonly attributeNamespace: string;
  /** What libxml2 says, without the node that it begins with. */
  readonly message: string;
  /** Of the value that is wrong. */
  readonly type: SimpleType | undefined;
}

/** What a constraint is about: `dossier.xsd#Dossier/Titel/maxLength[2]` is about `maxLength`. */
export const aspectOf = (constraint: string): string =>
  constraint.slice(constraint.search(/[^/#]*$/)).replace(/\[\d+\]$/, '');

const declaredIn = (constraint: string): string =>
  /([^/#]*)\/[^/#]*$/.exec(constraint)?.[1]?.replace(/\[\d+\]$/, '') ?? '';

/** The fault that a named message tells of. */
export const faultOf = ({
  constraint,
  at,
  message,
  type,
}: Pick<NamedMessage, 'constraint' | 'at' | 'message' | 'type'>): SchemaFault => {
  const [path = '', attribute] = at.split('/@');
  const [, namespace = ''] = /^Element '\{([^}']*)\}/.exec(message.message) ?? [];
  return {
    aspect: aspectOf(constraint),
    declared: declaredIn(constraint),
    element: path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, ''),
    namespace,
    attribute,
    attributeNamespace: /attribute '\{([^}']*)\}/.exec(message.message)?.[1] ?? '',
    message: message.message.replace(/^Element '[^']*'(?:, attribute '[^']*')?: /, ''),
    type,
  };
};
