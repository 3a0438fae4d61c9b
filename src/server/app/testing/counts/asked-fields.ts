/** The numbers of what the executives are asked. */
export const asked = 'cost revision decisions[] decisions[].fiscalYear decisions[].number';
/** The same below a place of the answer. */
export const askedIn = (place: string) =>
  asked
    .split(' ')
    .map((field) => `${place}.${field}`)
    .join(' ');
