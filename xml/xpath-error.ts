/** An XPath expression that can't be compiled or evaluated; says which one, and what is wrong with it. */
export class XPathError extends Error {
  override readonly name = 'XPathError';
  readonly expression: string;

  constructor(expression: string, problem: string, cause?: unknown) {
    super(`XPath ${JSON.stringify(shortened(expression))}: ${problem}`, { cause });
    this.expression = expression;
  }
}

/** Enough to know an expression by. */
const shown = 500;

const shortened = (expression: string): string =>
  expression.length > shown ? `${expression.slice(0, shown)}…` : expression;
