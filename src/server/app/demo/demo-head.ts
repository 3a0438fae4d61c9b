/** Said to every page of the fictional region; the frame shows it. */
export const demoHead = '<meta name="mamori-demo" content="on" />';
