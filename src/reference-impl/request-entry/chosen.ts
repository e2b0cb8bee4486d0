import { fieldError } from '../core/refusal.ts';
import {
  type Check,
  type CheckContext,
  coveredOn,
  type Draft,
  date,
  memberOf,
  object,
  text,
  texts,
} from './check.ts';
import { delegateOf, inNetwork, procedureOf, requirementOf } from './requirements.ts';

/** A member is chosen from the look-up; a name typed in identifies nobody. */
export const memberKnown: Check = {
  name: 'member-known',
  find: (draft, context) =>
    text(draft.member) !== null && !memberOf(draft, context)
      ? [fieldError('member', 'unknown', 'choose a member from the look-up')]
      : [],
};

/** Coverage holds on the day of submission and on the first day of service. */
export const memberActive: Check = {
  name: 'member-active',
  find: (draft, context) => {
    const member = memberOf(draft, context);
    const start = date(draft.start);
    if (!member || (coveredOn(member, context.today) && (start === null || coveredOn(member, start))))
      return [];
    return [fieldError('member', 'not-active', 'the member has no active coverage on that day')];
  },
};

/** A referral comes from the site of the member's primary care provider. */
export const primaryCareSite: Check = {
  name: 'primary-care-site',
  find: (draft, context) => {
    const member = memberOf(draft, context);
    if (draft.type !== 'referral' || !member || member.pcp.site === context.site) return [];
    return [
      fieldError('requestingSite', 'not-primary-care-site', 'a referral comes from the member’s PCP site'),
    ];
  },
};

/** The requesting site is one of the user's own. */
export const ownSite: Check = {
  name: 'own-site',
  find: (draft, context) => {
    const site = draft.requestingSite;
    return site === undefined || context.user.sites.some((own) => own.site === site)
      ? []
      : [fieldError('requestingSite', 'not-allowed', 'choose one of your own sites')];
  },
};

const affiliationOf = (draft: Draft, context: CheckContext) => {
  const servicing = object(draft.servicing);
  const provider = context.state.world.providers.find(({ id }) => id === servicing.provider);
  return provider?.affiliations.find(({ id }) => id === servicing.affiliation);
};

export const servicingKnown: Check = {
  name: 'servicing-known',
  find: (draft, context) => {
    const servicing = object(draft.servicing);
    const named = text(servicing.provider) !== null && text(servicing.affiliation) !== null;
    return named && !affiliationOf(draft, context)
      ? [fieldError('servicing.provider', 'unknown', 'choose a provider and affiliation from the look-up')]
      : [];
  },
};

const isOutside = (draft: Draft, context: CheckContext): boolean => {
  const known = affiliationOf(draft, context);
  return known !== undefined && !inNetwork(context.state.world, known.id, context.today);
};

/** Requests to providers outside the network, as it is today, go by fax or mail. Section 7, Submission. */
export const servicingNetwork: Check = {
  name: 'servicing-network',
  find: (draft, context) =>
    isOutside(draft, context)
      ? [
          fieldError(
            'servicing.provider',
            'not-in-network',
            'out of network: send this request by fax or mail',
          ),
        ]
      : [],
};

/** A referral is for a consultation. User Guide, Requested Service. */
export const consultationOnly: Check = {
  name: 'consultation-only',
  find: ({ type, service }) =>
    type === 'referral' && text(service) !== null && service !== 'consultation'
      ? [fieldError('service', 'not-allowed', 'a referral is for a consultation')]
      : [],
};

export const diagnosisMaximum: Check = {
  name: 'diagnosis-maximum',
  find: ({ diagnoses }, { figures }) => {
    const most = figures.diagnosesMost.value;
    return texts(diagnoses).length > most
      ? [fieldError('diagnoses', 'too-many', `at most ${most} diagnoses`)]
      : [];
  },
};

export const diagnosesListed: Check = {
  name: 'diagnoses-listed',
  find: ({ diagnoses }, { state }) =>
    texts(diagnoses).flatMap((code, index, all) => {
      if (all.indexOf(code) !== index)
        return [fieldError(`diagnoses.${index}`, 'duplicate', `${code} is named twice`)];
      return state.world.diagnoses.some((known) => known.code === code)
        ? []
        : [fieldError(`diagnoses.${index}`, 'unknown', 'choose a diagnosis from the look-up')];
    }),
};

export const procedureListed: Check = {
  name: 'procedure-listed',
  find: ({ procedure }, { state }) =>
    text(procedure) !== null && !state.world.procedures.some(({ code }) => code === procedure)
      ? [fieldError('procedure', 'unknown', 'choose a procedure from the look-up')]
      : [],
};

/** Any consultation code of the range. User Guide, the procedure step. */
export const consultationRange: Check = {
  name: 'consultation-range',
  find: ({ type, procedure }, { figures }) => {
    const { first, last } = figures.consultationCodes.value;
    if (type !== 'referral' || text(procedure) === null) return [];
    const inRange =
      /^\d{5}$/.test(String(procedure)) &&
      Number(procedure) >= Number(first) &&
      Number(procedure) <= Number(last);
    return inRange
      ? []
      : [fieldError('procedure', 'out-of-range', `a referral takes a code from ${first} to ${last}`)];
  },
};

/** More visits in the span of a referral are asked for by revising it. User Guide, tips. */
export const referralSpan: Check = {
  name: 'referral-span',
  find: (draft, context) => {
    const [start, end] = [date(draft.start), date(draft.end)];
    if (draft.type !== 'referral' || start === null || end === null) return [];
    const affiliation = object(draft.servicing).affiliation;
    for (const { id, accepted, status } of context.state.requests.values()) {
      const same = accepted.type === 'referral' && accepted.member === draft.member;
      if (!same || accepted.affiliation !== affiliation || status === 'DENIED' || status === 'CLOSED')
        continue;
      if (start <= accepted.end && accepted.start <= end) {
        return [
          fieldError('start', 'overlap', `these dates overlap referral ${id}: revise it for more visits`),
        ];
      }
    }
    for (const { accepted, receipt, request } of context.state.deferrals.values()) {
      const same = accepted.type === 'referral' && accepted.member === draft.member && request === null;
      if (same && accepted.affiliation === affiliation && start <= accepted.end && accepted.start <= end)
        return [fieldError('start', 'overlap', `these dates overlap ${receipt}, which is being processed`)];
    }
    return [];
  },
};

/** A service that a delegate decides is asked for there, save as part of other care. Section 7, Delegated Entity. */
export const notDelegated: Check = {
  name: 'not-delegated',
  find: (draft, context) => {
    const { world } = context.state;
    const procedure = procedureOf(world, text(draft.procedure) ?? '');
    const delegate = delegateOf(world, procedure);
    const start = date(draft.start);
    if (!procedure || !delegate || start === null || draft.type === 'referral') return [];
    const asks = requirementOf(world, {
      procedure: procedure.code,
      date: start,
      place: text(draft.setting) ?? 'outpatient',
      emergent: draft.emergent === true,
      product: memberOf(draft, context)?.product ?? '',
      network: true,
    });
    return asks === 'prior-authorization' || asks === 'referral'
      ? [fieldError('procedure', 'delegated', `ask ${delegate.name} for this service: ${delegate.reach}`)]
      : [];
  },
};

/** A request is started by the PCP, a treating provider or who will give the service; equipment by a vendor too. */
export const initiator: Check = {
  name: 'initiator',
  find: (draft, context) => {
    const member = memberOf(draft, context);
    if (draft.type === 'referral' || !member) return [];
    const site = text(draft.requestingSite) ?? context.site;
    const servicing = affiliationOf(draft, context)?.site;
    const vendor = context.state.world.sites.find(({ id }) => id === site)?.kind === 'vendor';
    const category = procedureOf(context.state.world, text(draft.procedure) ?? '')?.category;
    const involved = vendor
      ? category === 'equipment' && servicing === site
      : member.pcp.site === site ||
        servicing === undefined ||
        servicing === site ||
        member.care?.treatingSites?.includes(site) === true;
    return involved
      ? []
      : [
          fieldError(
            'requestingSite',
            'not-involved',
            'a request comes from the PCP, a treating provider or the provider of the service',
          ),
        ];
  },
};

/** The site that asks is in the network itself. Section 7, Valid Prior Authorization Requests. */
export const requestingNetwork: Check = {
  name: 'requesting-network',
  find: (draft, context) => {
    const site = text(draft.requestingSite) ?? context.site;
    const known = context.state.world.sites.find(({ id }) => id === site);
    return draft.type !== 'referral' && known?.network === false
      ? [fieldError('requestingSite', 'not-in-network', 'requests come from providers of the network')]
      : [];
  },
};

/** An inpatient stay goes on the admission template, and nothing else does. */
export const templateFits: Check = {
  name: 'template-fits',
  find: ({ type, setting }) => {
    if ((type !== 'outpatient' && type !== 'admission') || text(setting) === null) return [];
    return (type === 'admission') === (setting === 'inpatient')
      ? []
      : [fieldError('setting', 'not-allowed', 'an inpatient stay goes on the admission template')];
  },
};

/** A referral is for what the member's agreement covers. Section 7, Referrals. */
export const withinAgreement: Check = {
  name: 'within-agreement',
  find: (draft, context) =>
    draft.type === 'referral' &&
    memberOf(draft, context)?.benefits?.excluded.includes(text(draft.procedure) ?? '')
      ? [fieldError('procedure', 'not-allowed', 'the member’s agreement excludes this service')]
      : [],
};
