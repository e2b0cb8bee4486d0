/** Stands in a scenario for something that the world or an earlier step made, such as `member.M1000001.lastName` or `case.A`. */
export const known = (what: string): string => `\${${what}}`;
