/**
 * The names of keys. Every key of a conversation has the same hash tag, so a cluster keeps them together and one script can
 * change all of them at once. Ids are encoded, because a brace in one would end the tag early.
 */
export const keyOf = (conversation: string) => `natter:c:{${encodeURIComponent(conversation.toWellFormed())}}`;
export const turnKey = (conversation: string) => `${keyOf(conversation)}:turn`;

/** An inbound's name within its conversation, and across all of them. */
export const fieldOf = ({ channel, id }: { channel: string; id: string }) => JSON.stringify([channel, id]);
export const idKey = (field: string) => `natter:id:${field}`;

/** Whose row of the outbox this is. */
export const rowKey = (row: string) => `natter:row:${row}`;

/** The indexes are all in one slot. */
export const indexKey = (name: string) => `natter:i:{index}:${name}`;
export const recordsKey = (kind: string) => `natter:r:{${encodeURIComponent(kind.toWellFormed())}}`;
export const PING = 'natter:ping';

/** Where conversations that changed are called out. */
export const WAKE = 'natter:wake';

/** Where it is called out that somebody is writing. */
export const HINT = 'natter:hint';
