import { createHash, timingSafeEqual } from 'node:crypto';
import bcrypt from 'bcryptjs';
import type { Secret } from './model.ts';

/** How passwords are kept and compared. */
export type Passwords = {
  readonly hash: (password: string) => string;
  /** Whether a password is that of a secret; of none (null) it takes as long and is never. */
  readonly matches: (password: string, secret: Secret | null) => boolean;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Passwords of registered users as bcrypt hashes of a cost (4 to 31). Those of a world document stand in it in
 * the clear, as fixtures, and are compared in constant time.
 */
export function bcryptPasswords(cost: number): Passwords {
  let nobody: string | null = null;
  return {
    hash: (password) => bcrypt.hashSync(password, cost),
    matches: (password, secret) => {
      if (secret && 'plain' in secret) return timingSafeEqual(digest(password), digest(secret.plain));
      nobody ??= bcrypt.hashSync('nobody', cost);
      return bcrypt.compareSync(password, secret?.hash ?? nobody) && secret !== null;
    },
  };
}
