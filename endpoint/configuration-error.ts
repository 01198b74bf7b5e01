/** What someone set up can't work: the message says which setting with its value, then what to do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
