import type { Duty } from '../../rulebook/index.ts';

/** What each duty of the time table asks for, by the name that it has in every finding. */
export const DUTY_NAMES: Readonly<Record<Duty, string>> = {
  decision: 'decision',
  verbal: 'verbalNotification',
  'written-provider': 'writtenNotificationToProvider',
  'written-member': 'writtenNotificationToMember',
};

/** The name in findings of a duty of any pack: that of the time table, or its own. */
export const dutyName = (duty: string): string =>
  (DUTY_NAMES as Readonly<Record<string, string>>)[duty] ?? duty;
