/** Bad usage or configuration: exit code 2. The message says what was seen, what is allowed, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
