/** What primary care providers practise. Primary Care Provider: Role, Eligible Specialties. */
export const PRIMARY = [
  'family-practice',
  'internal-medicine',
  'pediatrics',
  'obstetrics-gynecology',
] as const;

/** Specialties other than primary care, with the claims that a thousand members make in a year. */
export const SPECIALTIES: readonly (readonly [claims: number, name: string])[] = [
  [610, 'orthopedics'],
  [540, 'cardiology'],
  [480, 'dermatology'],
  [430, 'gastroenterology'],
  [390, 'ophthalmology'],
  [310, 'neurology'],
  [240, 'otolaryngology'],
  [180, 'urology'],
];

export const OBGYN = 'obstetrics-gynecology';

/** How many members one provider may stand for. Network Access: Access and Availability Requirements. */
export const MEMBERS_FOR_ONE = { pcp: 200, obgyn: 500, specialty: 1500 } as const;

/** How far members may have to go, in miles. Network Access: Access and Availability Requirements. */
export const MILES = {
  pcp: 15,
  obgyn: 15,
  specialty: 15,
  urgentCare: 15,
  acute: 20,
  rehabilitation: 30,
} as const;
