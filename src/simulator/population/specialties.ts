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
