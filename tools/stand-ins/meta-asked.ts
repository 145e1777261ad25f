import { z } from 'zod';
import type { Reached } from './types';

/*
 * What the Cloud API takes, with its limits: a title that is too long is refused here as it is there.
 */

const id = (most: number) => z.string().min(1).max(most);
const unique = (texts: string[]) => new Set(texts).size === texts.length;

const buttons = z
  .array(z.object({ type: z.literal('reply'), reply: z.object({ id: id(256), title: id(20) }) }))
  .min(1)
  .max(3)
  .refine((given) => unique(given.map(({ reply }) => reply.title)) && unique(given.map(({ reply }) => reply.id)));
const row = z.object({ id: id(200), title: id(24), description: z.string().max(72).optional() });
const sections = z
  .array(z.object({ title: id(24).optional(), rows: z.array(row).min(1) }))
  .min(1)
  .refine((given) => {
    const rows = given.flatMap((section) => section.rows);
    return rows.length <= 10 && unique(rows.map((each) => each.id));
  });

const body = z.object({ text: id(1024) });
const interactive = z.discriminatedUnion('type', [
  z.object({ type: z.literal('button'), body, action: z.object({ buttons }) }),
  z.object({ type: z.literal('list'), body, action: z.object({ button: id(20), sections }) }),
]);

const whole = {
  messaging_product: z.literal('whatsapp'),
  to: z
    .string()
    .regex(/^\+?\d{7,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.\w+$/)
    .optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};
const message = z
  .discriminatedUnion('type', [
    z.object({ ...whole, type: z.literal('text'), text: z.object({ body: id(4096) }) }),
    z.object({ ...whole, type: z.literal('interactive'), interactive }),
    z.object({
      ...whole,
      type: z.literal('template'),
      template: z.object({ name: id(512), language: z.object({ code: id(10) }) }),
    }),
  ])
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined);

const sign = z.object({ messaging_product: z.literal('whatsapp'), status: z.literal('read'), message_id: id(512) });

export type Message = z.output<typeof message>;

/** What Natter asks for: a message, the sign that one was read, or nothing that can be done. */
export function readAsked(given: unknown): Message | 'sign' | null {
  if (sign.safeParse(given).success) return 'sign';
  return message.safeParse(given).data ?? null;
}

/** The message as it looks on a phone. `template`: what the approved one says. */
export function looksLike(asked: Message, template: string): Pick<Reached, 'text' | 'kind' | 'choices'> {
  if (asked.type === 'text') return { text: asked.text.body, kind: 'text', choices: [] };
  if (asked.type === 'template') return { text: template, kind: 'template', choices: [{ id: 'Open', label: 'Open' }] };
  const { body, ...menu } = asked.interactive;
  if (menu.type === 'button') {
    const choices = menu.action.buttons.map(({ reply }) => ({ id: reply.id, label: reply.title }));
    return { text: body.text, kind: 'buttons', choices };
  }
  const rows = menu.action.sections.flatMap((section) => section.rows);
  return {
    text: body.text,
    kind: 'list',
    choices: rows.map(({ id, title, description }) => ({ id, label: description ?? title })),
  };
}
