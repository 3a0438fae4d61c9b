/** The tone in which a state of a task is shown. */
export const taskTones = { todo: 'plain', doing: 'now', done: 'done', dropped: 'plain', carried: 'plain' } as const;
