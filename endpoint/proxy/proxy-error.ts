/** A proxy gave no way through: nothing has reached the endpoint. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** `PROXY_`, and a status of HTTP, a code of the operating system, or TIMEOUT, TLS, NOT_HTTP, TOO_LARGE or EARLY_BYTES. */
  readonly code: string;
  /** What the proxy said of it: the schemes that a 407 asks for, else its reason. */
  readonly said: string;

  constructor(code: string, said: string, options?: ErrorOptions) {
    super(`${code}${said === '' ? '' : `: ${said}`}`, options);
    this.code = `PROXY_${code}`;
    this.said = said;
  }
}
