import type { Exchange } from './case-file.ts';
import type { Facts } from './facts.ts';
import { growing } from './memo.ts';
import { siteOf } from './site.ts';
import { text } from './values.ts';

/** Who a member's PCP was before a call, by the world, the office's corrections and the member's calls. */
export function pcpAt(
  facts: Facts,
  member: string,
  seq: number,
): { provider: string; site: string; since: number; called: boolean; changed: boolean } {
  const known = facts.index.members.get(member)?.pcp ?? { provider: '', site: '' };
  let now = { ...known, since: facts.start, called: false, changed: false };
  for (const { op, body, status, actor, seq: when, at, answer } of pcpChanges(facts)) {
    if (when >= seq || body.member !== member || status >= 300) continue;
    const site =
      op === 'inject'
        ? text(body.site)
        : (text(answer.site) ?? siteOf(facts, { seq: when, actor, body } as Exchange));
    now = {
      provider: text(body.provider) ?? '',
      site: site ?? now.site,
      since: at,
      changed: true,
      called: now.called || op === 'inject',
    };
  }
  return now;
}

const pcpChanges = growing(
  (facts) => facts.exchanges,
  () => [] as Exchange[],
  (found, call) => {
    const { op, body } = call;
    if (op === 'correct-pcp' || (op === 'inject' && body.kind === 'member-call')) found.push(call);
  },
);

const DAY_MS = 86_400_000;

/** Whether a PCP changed less than two days before an instant: assignments are refreshed once a day, so that either may be shown. */
export const isFresh = (
  { since, changed }: { readonly since: number; readonly changed: boolean },
  at: number,
): boolean => changed && at - since < 2 * DAY_MS;
