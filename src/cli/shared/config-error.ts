/** Bad usage or configuration: exit code 2. The message says what was seen, what is allowed, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Does something with a file or folder that the user named; what the system says becomes a ConfigError. */
export function named<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new ConfigError(`${what}: ${(error as Error).message}`);
  }
}
