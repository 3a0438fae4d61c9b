/** On every page of a facility, and no part of what a page needs to draw itself. */
export const loadLeavingBanner = async () => (await import('./LeavingBanner.tsx')).LeavingBanner;
