/** The parts of content/<language>/try.yaml that hold single lines, and the lines in each. */
export const PARTS = {
  phones: ['sms', 'whatsapp', 'real', 'empty', 'message', 'placeholder', 'send', 'attach', 'fresh', 'via', 'log'],
  via: ['twilio', 'notify', 'meta', 'twilio-whatsapp'],
  things: ['photo', 'voice', 'location', 'sticker'],
  states: ['sending', 'sent', 'delivered', 'read', 'failed', 'failed-mine'],
  cost: ['one', 'many', 'whole', 'none'],
  options: ['open'],
  troubles: [
    ...([
      'title',
      'calm',
      'some',
      'delay',
      'duplicate',
      'reorder',
      'too-many',
      'lost',
      'undelivered',
      'window',
    ] as const),
  ],
  browser: ['title', 'address', 'frame', 'left', 'back'],
  desk: ['title', 'address', 'frame', 'open'],
} as const;

/** Every word of the try page. `openers`: what a newcomer may begin with. `template`: what WhatsApp's template says. */
export type TryWords = Record<'lang' | 'title' | 'heading' | 'intro' | 'template' | 'lost', string> & {
  [Part in keyof typeof PARTS]: Record<(typeof PARTS)[Part][number], string>;
} & { first: { title: string; steps: string[] }; openers: string[] };
