/** The code of an error of the operating system or a library, else its name; several addresses of one host fail together, and the first tells most. */
export const errorCode = (error: unknown): string => {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? errorCode(error.errors[0]) : error.name;
};
