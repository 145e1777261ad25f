import { words } from './words.js';

/** Two soft notes, made here: nothing is loaded for it. */
const NOTES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.16 },
];
const SECONDS = 0.35;
const LOUD = 0.12;

let audio: AudioContext | null = null;

/** A short sound that says nothing but that somebody has asked. Browsers allow it once something on the page was pressed. */
export function chime(): void {
  try {
    audio ??= new AudioContext();
    void audio.resume().catch(() => undefined);
    for (const { hertz, at } of NOTES) note(audio, hertz, audio.currentTime + at);
  } catch {
    // A computer without sound.
  }
}

function note(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(LOUD, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + SECONDS);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + SECONDS);
}

export const canNotify = (): boolean => 'Notification' in window;

/** Asks the browser, which asks the worker. */
export const mayNotify = async (): Promise<boolean> =>
  canNotify() && (await Notification.requestPermission()) === 'granted';

/** Says outside the page that somebody waits, and nothing of them: others may see the screen. */
export function notifyWaiting(): void {
  if (!canNotify() || Notification.permission !== 'granted' || document.hasFocus()) return;
  try {
    const shown = new Notification(words.comforts.someone, { tag: 'natter-waiting' });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
  } catch {
    // Phones have the name, but no notifications of a page.
  }
}
