import { changingAnswers, rowsOf } from '../makers/answers.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in reports on authorizations. */
export const authorizationReports: readonly Mutant[] = [
  changingAnswers({
    id: 'member-report-lacks-a-row',
    breaks: 'um.confirm.report-scopes',
    summary: 'The report by member shows the newest only.',
    operations: ['report-authorizations'],
    change: (body) => {
      if (body.scope === 'member') body.rows = rowsOf(body, 'rows').slice(1);
    },
  }),
  {
    id: 'aggregate-of-everybody',
    breaks: 'um.visibility.own-aggregate',
    summary: 'The aggregate report counts what was referred to the site as its own.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) => {
        const body = answer.body as { scope?: unknown; rows?: unknown[] } | null;
        if (context.operation !== 'report-authorizations' || body?.scope !== 'aggregate') return answer;
        const rows = [...(context.state?.requests.keys() ?? [])].map((id) => ({
          id,
          member: 'M0',
          procedure: '',
          status: 'M',
          units: 0,
          start: '2026-01-01',
          end: '2026-01-01',
        }));
        return { ...answer, body: { ...body, rows } };
      },
    }),
  },
];
