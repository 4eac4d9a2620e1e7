/** The permissions as a person reads them: a sentence holds for a role when all its acts are allowed. */
import { may, type Role } from '@tidylab/domain/permissions/permissions';
import { m } from '../../paraglide/messages.js';

interface PermissionSentence {
  readonly text: () => string;
  /** What is asked on the server for each change; empty for what is no change of the feed. */
  readonly acts: readonly string[];
}

export const permissionSentences: readonly PermissionSentence[] = [
  {
    text: m.app_may_stock,
    acts: ['post-receive', 'post-consume', 'post-transfer', 'post-adjust', 'post-count'],
  },
  { text: m.app_may_void, acts: ['void-posting'] },
  { text: m.app_may_link, acts: ['create-barcode', 'edit-barcode', 'delete-barcode'] },
  { text: m.app_may_lots, acts: ['create-lot', 'edit-lot', 'create-container', 'edit-container'] },
  { text: m.app_may_own_reviews, acts: ['resolve-own-review'] },
  { text: m.app_may_catalogue, acts: ['create-item', 'edit-item', 'create-location', 'edit-location'] },
  { text: m.app_may_delete, acts: ['delete-item', 'delete-lot', 'delete-container', 'delete-location'] },
  { text: m.app_may_reviews, acts: ['resolve-review'] },
  { text: m.app_may_people, acts: ['create-person', 'edit-person', 'delete-person'] },
];

export const holds = (role: Role, { acts }: PermissionSentence): boolean => acts.every((act) => may(role, act));
