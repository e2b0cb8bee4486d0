import type { Procedure, World } from '../contract/index.ts';

type Finding = Pick<Procedure, 'review' | 'reconsideration'>;
const meets: Finding = { review: 'meets', reconsideration: 'uphold' };
const row = (
  code: string,
  description: string,
  needs: string[],
  finding: Finding,
  alternative?: string,
): Procedure => ({
  code,
  description,
  needs,
  ...finding,
  ...(alternative ? { alternative } : {}),
});

const visits = ['99201', '99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'];

/** A small table of procedures, described in our own words, one for each way that a review can go. */
export const PROCEDURES: readonly Procedure[] = [
  ...visits.map((code) => row(code, `Office consultation, level ${code.slice(-1)}`, [], meets)),
  row('99200', 'Retired visit code below the consultation range', [], meets),
  row('99216', 'Visit code above the consultation range', [], meets),
  row('99241', 'Consultation code outside the range', [], meets),
  row('97110', 'Therapeutic exercise', [], meets),
  row('29881', 'Knee arthroscopy with meniscus repair', ['clinical-notes'], meets),
  row(
    '27447',
    'Total knee replacement',
    ['clinical-notes'],
    { review: 'fails', reconsideration: 'uphold' },
    'a course of physical therapy',
  ),
  row('22612', 'Lumbar fusion', ['clinical-notes'], { review: 'fails', reconsideration: 'overturn' }),
  row('62322', 'Lumbar injection series', ['clinical-notes'], {
    review: 'partly',
    reconsideration: 'uphold',
  }),
  row('15830', 'Cosmetic skin removal', [], { review: 'excluded', reconsideration: 'uphold' }),
];

export const DIAGNOSES: World['diagnoses'] = [
  { code: 'M17.11', description: 'Osteoarthritis of the right knee' },
  { code: 'M54.50', description: 'Low back pain' },
  { code: 'E11.9', description: 'Type 2 diabetes without complications' },
  { code: 'I10', description: 'Essential hypertension' },
  { code: 'J45.909', description: 'Asthma, uncomplicated' },
  { code: 'S82.891B', description: 'Open fracture of the right lower leg, first visit' },
  { code: 'G43.909', description: 'Migraine' },
  { code: 'K21.9', description: 'Reflux disease' },
];
