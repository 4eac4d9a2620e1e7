import type { Role } from '@tidylab/domain/permissions/permissions';
import { m } from '../../paraglide/messages.js';

export const roleWords: Readonly<Record<Role, () => string>> = {
  admin: () => m.app_role_admin(),
  manager: () => m.app_role_manager(),
  user: () => m.app_role_user(),
};
