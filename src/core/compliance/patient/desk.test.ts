import { expect, it } from 'vitest';
import { answeredInOrder, enquiryEditSchema } from './desk.ts';

it('an enquiry is answered on the day it was asked or later, or not yet', () => {
  const faultOf = (repliedOn: string | null) => {
    const enquiry = { receivedOn: '2026-11-20', gist: '開示の手続き', reply: '', repliedOn };
    return answeredInOrder(enquiryEditSchema).safeParse(enquiry).error?.issues[0];
  };
  expect(['2026-11-20', '2027-01-04', null].map(faultOf)).toEqual([undefined, undefined, undefined]);
  expect(faultOf('2026-11-19')).toMatchObject({
    path: ['repliedOn'],
    message: '答えた日は、受けた日か、そのあとの日にしてください。',
  });
});
