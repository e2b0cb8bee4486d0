/** Everything that can be done to a case. */
export const ACTIONS = [
  'change-site',
  'gate',
  'routine',
  'upload',
  'save',
  'resume',
  'cancel',
  'submit',
  'wait-a-week',
  'ask-by-fax',
  'announce-by-phone',
  'announce',
  'nurse-approves',
  'physician-approves',
  'nurse-denies',
  'physician-denies',
  'physician-grants-part',
  'say-yes',
  'say-no',
  'confirm-new',
  'confirm-old',
  'send-reconsideration',
  'appeal',
  'update-site',
  'update-technique',
  'replacement-approved',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What decides on what may come next. */
export type Model = {
  readonly state: string;
  readonly gated: boolean;
  readonly routine: boolean;
  readonly documents: number;
  readonly told: 'nothing' | 'phone' | 'both';
  readonly due: 'none' | 'open' | 'past';
  readonly asked: boolean;
  readonly received: boolean;
  readonly window: boolean;
  readonly used: boolean;
  readonly review: 'none' | 'open' | 'with-document' | 'confirmed' | 'given-up';
};

export const FIRST: Model = {
  state: 'in-progress',
  gated: false,
  routine: false,
  documents: 0,
  told: 'nothing',
  due: 'none',
  asked: false,
  received: false,
  window: false,
  used: false,
  review: 'none',
};

const ADVERSE = ['denied', 'partially-approved'];
const DRAFT = ['in-progress', 'saved'];
const REVIEW = ['clinical-review', 'information-requested'];

/** The transitions of a case as the training tells them, worked by hand: null is refused. */
export function step(line: 'medicaid' | 'medicare') {
  return (model: Model, action: Action): Model | null => {
    const { state, gated } = model;
    const draft = DRAFT.includes(state);
    const review = REVIEW.includes(state);
    const adverse = ADVERSE.includes(state);
    const decide = (outcome: string, role: 'nurse' | 'physician'): Model | null => {
      const again = state === 'reconsideration-pending';
      if (!review && !again) return null;
      if (role === 'nurse' && (outcome !== 'approved' || again)) return null;
      if (line === 'medicare' && outcome !== 'approved') {
        if (model.told !== 'both') return null;
        if (model.due === 'open' && !model.received) return null;
      }
      return {
        ...model,
        state: outcome,
        window: outcome !== 'approved' && line === 'medicaid' && !again && !model.used,
        used: model.used || again,
        review: 'none',
        asked: false,
        received: false,
        due: 'none',
        documents: 0,
        told: 'nothing',
      };
    };
    switch (action) {
      case 'change-site':
        return draft && !gated ? model : null;
      case 'gate':
        return draft && !gated ? { ...model, gated: true } : null;
      case 'routine':
        return draft && gated ? { ...model, routine: true } : null;
      case 'upload':
        if (draft) return { ...model, documents: 1 };
        if (review) return { ...model, state: 'clinical-review', received: model.asked };
        return adverse && ['open', 'with-document', 'confirmed'].includes(model.review)
          ? { ...model, review: model.review === 'confirmed' ? 'confirmed' : 'with-document' }
          : null;
      case 'save':
        return draft && gated ? { ...model, state: 'saved' } : null;
      case 'resume':
        return state === 'saved' ? { ...model, state: 'in-progress' } : null;
      case 'cancel':
        return draft ? { ...model, state: 'cancelled' } : null;
      case 'submit':
        return draft && gated && model.routine ? { ...model, state: 'clinical-review', documents: 0 } : null;
      case 'wait-a-week':
        if (draft) return { ...model, state: 'expired' };
        return { ...model, window: false, due: model.due === 'open' ? 'past' : model.due };
      case 'ask-by-fax':
        return review
          ? { ...model, state: 'information-requested', asked: true, received: false, due: 'none' }
          : null;
      case 'announce-by-phone':
      case 'announce': {
        if (!review) return null;
        const told = action === 'announce' || model.told === 'both' ? 'both' : 'phone';
        return { ...model, state: 'information-requested', asked: true, received: false, due: 'open', told };
      }
      case 'nurse-approves':
        return decide('approved', 'nurse');
      case 'physician-approves':
        return decide('approved', 'physician');
      case 'nurse-denies':
        return decide('denied', 'nurse');
      case 'physician-denies':
        return decide('denied', 'physician');
      case 'physician-grants-part':
        return decide('partially-approved', 'physician');
      case 'say-yes':
        return adverse && model.window ? { ...model, review: 'open' } : null;
      case 'say-no':
        return adverse && model.window ? model : null;
      case 'confirm-new':
      case 'confirm-old': {
        if (!adverse || !['open', 'with-document', 'confirmed'].includes(model.review)) return null;
        const fits = action === 'confirm-new' && model.review !== 'open';
        return { ...model, review: fits ? 'confirmed' : 'given-up' };
      }
      case 'send-reconsideration':
        if (!adverse || !['open', 'with-document', 'confirmed'].includes(model.review)) return null;
        return model.review === 'confirmed'
          ? { ...model, state: 'reconsideration-pending', window: false, review: 'none' }
          : { ...model, review: 'given-up' };
      case 'appeal':
        return null;
      case 'update-site':
        return ['approved', 'partially-approved', 'clinical-review'].includes(state) ? model : null;
      case 'update-technique':
        return null;
      case 'replacement-approved':
        return state === 'approved' ? { ...model, state: 'withdrawn' } : null;
    }
  };
}
