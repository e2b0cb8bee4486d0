import type { Exchange } from '../../facts/case-file.ts';
import { at, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { responseOf, sameOnEveryAnswer } from './answers.ts';
import type { Shown } from './shown.ts';
import { viewOf } from './view.ts';

const RULES: readonly RuleId[] = [
  'portal.response.fields',
  'portal.response.pended-recheck-hint',
  'portal.response.clean-referral-approved',
  'portal.referral.requesting-provider-autofill',
  'portal.referral.contact-editable',
  'portal.referral.servicing-multi-group',
  'portal.referral.remarks-content',
  'portal.referral.diagnosis-primary-first',
  'portal.referral.npi-format',
  'portal.viewer.header-fields',
  'portal.viewer.service-line-columns',
  'portal.viewer.used-units',
  'portal.viewer.provider-with-npi',
  'portal.viewer.setting-values',
  'portal.viewer.referral-line',
  'um.submit.same-clock-any-channel',
];

/** What the response screen and the viewer show, held against the submission and the world. User Guide. */
export const viewer: readonly Check[] = historyChecks(needing(['sessions', 'requests'], ...RULES), (facts) =>
  facts.cases.flatMap((file) => {
    const { submission } = file;
    if (!submission || file.channel !== 'portal') return [];
    const known = facts.index.members.has(text(submission.body.member) ?? '');
    const provider = facts.world.providers.some(({ id }) => id === at(submission.body, 'servicing.provider'));
    const typed =
      submission.body.type === file.type && ['referral', 'outpatient', 'admission'].includes(file.type);
    if (!known || !provider || !typed) return [];
    const shown = (exchange: Exchange): Shown => ({
      facts,
      file,
      exchange,
      answer: exchange.answer,
      asked: submission.body,
    });
    const views = file.views.filter(
      ({ status, answer, actor }) =>
        status === 200 && answer.access !== 'verification' && actor === submission.actor,
    );
    return [
      ...(submission.status === 202
        ? []
        : [...responseOf(shown(submission)), ...sameOnEveryAnswer(shown(submission))]),
      ...views.flatMap((view) => [...viewOf(shown(view)), ...sameOnEveryAnswer(shown(view))]),
    ];
  }),
);
