export { type DeskDeps, mountDesk } from './mount';
export { type DeskWords, parseDeskWords } from './words';
