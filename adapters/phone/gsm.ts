import sizes from 'sms-segments-calculator/dist/libs/UnicodeToGSM';
import * as gsm from '../../web/desk/shared/gsm';

export { plainSigns } from '../../web/desk/shared/gsm';

/** The old alphabet of phones, as the desk's page counts by it too. */
export const PLACES: gsm.Places = Object.fromEntries(
  Object.entries(sizes).map(([code, places]) => [String.fromCharCode(Number(code)), places.length]),
);

/** Is every sign in the old alphabet of phones? */
export const isPlain = (text: string): boolean => gsm.otherSigns(text, PLACES).length === 0;

/**
 * How many segments a text message takes. The calculator whose table of signs this is has a count of its own, which takes a
 * tenth of a second for a long text: too long while others wait.
 */
export const segments = (text: string): number => gsm.segments(text, PLACES);
