import { z } from 'zod';

/*
 * The shapes of a webhook, each level by itself: one odd message must not lose the ones beside it. Only what is used is
 * named, and whatever Meta adds is let through.
 */

export const envelope = z.object({ entry: z.array(z.unknown()) });
export const entry = z.object({ changes: z.array(z.unknown()) });
export const change = z.object({ field: z.string(), value: z.unknown() });

const contact = z.object({ wa_id: z.string().optional(), user_id: z.string().optional() });
const many = z.array(z.unknown()).default([]);

export const value = z.object({
  metadata: z.object({ phone_number_id: z.string(), display_phone_number: z.string().optional() }),
  contacts: z.array(contact).catch([]),
  messages: many,
  statuses: many,
  errors: z.array(z.object({ code: z.number() })).catch([]),
});

const reply = z.object({ id: z.string(), title: z.string().optional() });
const media = z.object({ caption: z.string().optional() });

/** What a message holds, by its type. A part that is not as expected counts as not there. */
const contents = {
  text: z.object({ body: z.string() }).optional().catch(undefined),
  interactive: z.object({ button_reply: reply.optional(), list_reply: reply.optional() }).optional().catch(undefined),
  button: z.object({ text: z.string() }).optional().catch(undefined),
  image: media.optional().catch(undefined),
  video: media.optional().catch(undefined),
  document: media.optional().catch(undefined),
  reaction: z.object({ emoji: z.string().optional() }).optional().catch(undefined),
};

const content = z.object({ type: z.string(), ...contents });

export const message = content.extend({
  id: z.string().min(1).max(512),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  group_id: z.string().optional(),
  edit: z.object({ message: content }).optional().catch(undefined),
  system: z
    .object({
      wa_id: z.string().optional(),
      user_id: z.string().optional(),
      previous_user_id: z.string().optional(),
    })
    .optional()
    .catch(undefined),
});

export const status = z.object({
  status: z.string(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number() })).catch([]),
});

export type Value = z.output<typeof value>;
export type Content = z.output<typeof content>;
export type Message = z.output<typeof message>;
export type Status = z.output<typeof status>;
