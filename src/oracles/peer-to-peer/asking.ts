import { done, isPractice } from '../../facts/delegate/file.ts';
import { list, text } from '../../facts/values.ts';
import { peerToPeerCallChecks } from '../check.ts';
import { shown } from '../seen.ts';
import { accepted, only, refusedFor } from './booked.ts';
import { misreadsTalk } from './misread.ts';
import { casesIn } from './offers.ts';
import { bookingProblems, isBooking, liveTalk, requestProblems, zoneBefore } from './scheduling.ts';

/** Which cases a consultation may be about. Training, How to Schedule a Peer to Peer Request. */
export const asking = peerToPeerCallChecks({
  'p2p.request.no-duplicate-case': (call, facts) => {
    if (call.op === 'look-up-peer-cases' && isPractice(facts, call.actor)) {
      const problems = requestProblems(facts, call).filter((one) => !['zone', 'none'].includes(one));
      return only(problems, 'twice')
        ? shown(call, !done(call), `The same case twice was answered ${call.status}.`)
        : null;
    }
    const taken = casesIn(facts, call.body).some((file) => liveTalk(facts, file, call.seq));
    return taken ? refusedFor('live', 'taken')(call, facts) : null;
  },
  'p2p.request.add-another-case': (call, facts) => {
    const files = casesIn(facts, call.body);
    if (files.length < 2) return null;
    if (call.op === 'look-up-peer-cases' && isPractice(facts, call.actor)) {
      const problems = requestProblems(facts, call).filter((one) => !['zone', 'none'].includes(one));
      return problems.length === 0
        ? shown(call, done(call), `${files.length} cases at once were answered ${call.status}.`)
        : null;
    }
    if (!accepted(call, facts)) return null;
    return shown(
      call,
      done(call) && list(call.answer.cases).length === files.length,
      `One talk about ${files.length} cases was answered ${call.status}.`,
    );
  },
  'p2p.request.each-case-needs-eligibility': (call, facts) => {
    const booked = isBooking(facts, call);
    if (call.op !== 'offer-slots' && !booked) return null;
    if (!isPractice(facts, call.actor) || call.status === 401) return null;
    const problems = booked ? bookingProblems(facts, call) : requestProblems(facts, call);
    if (!only(problems, 'none', 'none by default', ...(booked ? ['unknown slot'] : []))) return null;
    if (!problems.some((one) => one.startsWith('none'))) return null;
    const because = `A case with nothing to discuss was answered ${call.status}.`;
    const files = casesIn(facts, call.body);
    return shown(call, !done(call) ? true : problems.includes('none') ? false : null, because, {
      causedBy: files.map(misreadsTalk).find((one) => one !== null) ?? null,
    });
  },
  'p2p.request.remove-case': (call, facts) => {
    if (!['offer-slots', 'look-up-peer-cases'].includes(call.op) || !isPractice(facts, call.actor))
      return null;
    return list(call.body.cases).length === 0
      ? shown(call, !done(call), `No case at all was answered ${call.status}.`)
      : null;
  },
  'p2p.request.first-login-timezone': (call, facts) => {
    if (call.op === 'set-time-zone' && isPractice(facts, call.actor))
      return done(call)
        ? shown(
            call,
            text(call.answer.timeZone) === text(call.body.timeZone),
            `The zone kept is ${text(call.answer.timeZone)}.`,
          )
        : null;
    if (!['offer-slots', 'schedule-peer-to-peer'].includes(call.op) || !isPractice(facts, call.actor))
      return null;
    if (zoneBefore(facts, call) !== null) return null;
    const problems = call.op === 'offer-slots' ? requestProblems(facts, call) : bookingProblems(facts, call);
    return only(problems, 'zone', 'unknown slot')
      ? shown(call, !done(call), `Before a zone was confirmed, ${call.op} was answered ${call.status}.`)
      : null;
  },
});
