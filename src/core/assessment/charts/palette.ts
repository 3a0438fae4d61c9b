/** The Digital Agency design tokens that charts use. Colour never stands alone: shape, dash or a word goes with it. */
export const palette = {
  ink: '#1a1a1a',
  soft: '#4d4d4d',
  before: '#767676',
  edge: '#b3b3b3',
  grid: '#cccccc',
  faint: '#f2f2f2',
  paper: '#ffffff',
  now: '#0017c1',
  nowGround: '#e8f1fe',
  attention: '#c74700',
  attentionInk: '#8b3200',
  attentionGround: '#ffeee2',
  done: '#197a4b',
} as const;

/** Sizes of lettering in a chart, in its own units: drawn at full width on a screen none is smaller than 13 px. */
export const lettering = { name: 14, note: 13.5 } as const;
