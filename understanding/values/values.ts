/** Single values that people are asked for. Each is pure, and reads a few words of whatever it is given. */
export { readAge } from './ages';
export { readNumber } from './numbers';
export { type Phone, readPhone } from './phones';
export { type Postcode, readPostcode } from './postcodes';
