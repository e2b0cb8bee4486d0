/** Names of base columns: `t_` the earliest instant that a logged time may mean, `h_` the latest, `s_` a text. */
export const low = (column: string): string => `t_${column.replaceAll('.', '_')}`;
export const high = (column: string): string => `h_${column.replaceAll('.', '_')}`;
export const text = (column: string): string => `s_${column}`;
/** A text as the source has it, NULL where it has none: cheaper to read than one that is made whole. */
export const rawText = (column: string): string => `r_${column}`;
/** What stands for the receipt of the case that a row reconsiders. */
export const PARENT_RECEIVED = 'parent.received_at';
