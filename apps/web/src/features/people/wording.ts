import { roles, type Role } from '@tidylab/domain/permissions/permissions';
import { m } from '../../paraglide/messages.js';
import { roleWords } from '../settings/index.ts';
import type { PeopleEvent } from './people-schema.ts';

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** Roles inside a history's detail, such as "user → manager", in the language of the screen. */
const rolesInWords = (detail: string): string =>
  detail
    .split(' ')
    .map((word) => (isRole(word) ? roleWords[word]() : word))
    .join(' ');

export function eventInWords({ what, detail }: PeopleEvent): string {
  switch (what) {
    case 'added':
      return m.app_history_added({ detail: rolesInWords(detail) });
    case 'role':
      return m.app_history_role({ detail: rolesInWords(detail) });
    case 'disabled':
      return m.app_history_disabled();
    case 'enabled':
      return m.app_history_enabled();
    case 'code':
      return m.app_history_code();
    case 'joined':
      return m.app_history_joined();
    case 'lab':
      return m.app_history_lab({ detail });
    default:
      return what;
  }
}
