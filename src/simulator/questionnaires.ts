import type { Questionnaire } from '../contract/index.ts';

/** Clinical questions as data. Pages and questions with `when` are asked only after such an answer. */
export const QUESTIONNAIRES: readonly Questionnaire[] = [
  {
    id: 'breast',
    pages: [
      {
        id: 'disease',
        title: 'Extent of disease',
        questions: [
          {
            id: 'metastases',
            text: 'Are there distant metastases?',
            options: ['no', 'yes'],
            meets: ['no'],
          },
          { id: 'laterality', text: 'Which side is treated?', options: ['both', 'left', 'right'] },
        ],
      },
      {
        id: 'stage',
        title: 'Stage',
        when: { question: 'metastases', is: ['no'] },
        questions: [
          { id: 't-stage', text: 'T stage', options: ['Tis', 'T1', 'T2', 'T3', 'T4'] },
          { id: 'n-stage', text: 'N stage', options: ['N0', 'N1', 'N2', 'N3'] },
        ],
      },
      {
        id: 'metastatic-sites',
        title: 'Sites of metastases',
        when: { question: 'metastases', is: ['yes'] },
        questions: [
          { id: 'metastatic-site', text: 'Main site of metastases', options: ['bone', 'brain', 'other'] },
        ],
      },
      {
        id: 'technique',
        title: 'Technique',
        questions: [
          {
            id: 'breath-hold',
            text: 'Is breath-hold gating used?',
            options: ['no', 'yes'],
          },
          {
            id: 'gating-reason',
            text: 'Why is gating needed?',
            options: ['heart', 'lung', 'other'],
            when: { question: 'breath-hold', is: ['yes'] },
            meets: ['heart', 'lung'],
          },
          {
            id: 'image-guidance-first',
            text: 'Image guidance in the first phase?',
            options: ['none', 'weekly', 'daily'],
          },
          {
            id: 'image-guidance-boost',
            text: 'Image guidance for the boost?',
            options: ['none', 'weekly', 'daily'],
          },
        ],
      },
    ],
  },
  {
    id: 'general',
    pages: [
      {
        id: 'intent',
        title: 'Intent of treatment',
        questions: [
          {
            id: 'intent',
            text: 'What is the intent of treatment?',
            options: ['curative', 'palliative'],
          },
          {
            id: 'prior-radiation',
            text: 'Was this region irradiated before?',
            options: ['no', 'yes'],
            meets: ['no'],
          },
        ],
      },
      {
        id: 'prior',
        title: 'Earlier radiation',
        when: { question: 'prior-radiation', is: ['yes'] },
        questions: [{ id: 'prior-dose', text: 'Is the earlier dose known?', options: ['no', 'yes'] }],
      },
    ],
  },
];
