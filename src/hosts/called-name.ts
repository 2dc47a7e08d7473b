/**
 * SQL for what people read as the name of somebody in chat: a host's own, else that of the chat. `identityId` is a column.
 * `HostName.called` answers the same of an account at hand.
 */
export const calledName = (identityId: string | undefined): string =>
  `(select coalesce(h.name, i.name) from chat_identity i
      left join host h on h.id = i.host_id where i.id = ${identityId})`;
