import { expect, test } from 'vitest';
import { may, type Role, roles } from './permissions.ts';

const table: Record<string, readonly Role[]> = {
  'post-receive': ['admin', 'manager', 'user'],
  'post-consume': ['admin', 'manager', 'user'],
  'post-transfer': ['admin', 'manager', 'user'],
  'post-adjust': ['admin', 'manager', 'user'],
  'post-count': ['admin', 'manager', 'user'],
  'void-posting': ['admin', 'manager', 'user'],
  'create-barcode': ['admin', 'manager', 'user'],
  'create-lot': ['admin', 'manager', 'user'],
  'create-container': ['admin', 'manager', 'user'],
  'create-item': ['admin', 'manager'],
  'create-location': ['admin', 'manager'],
  'create-person': ['admin'],
  'edit-barcode': ['admin', 'manager', 'user'],
  'edit-item': ['admin', 'manager'],
  'edit-lot': ['admin', 'manager', 'user'],
  'edit-container': ['admin', 'manager', 'user'],
  'edit-location': ['admin', 'manager'],
  'edit-person': ['admin'],
  'delete-barcode': ['admin', 'manager', 'user'],
  'delete-item': ['admin', 'manager'],
  'delete-lot': ['admin', 'manager'],
  'delete-container': ['admin', 'manager'],
  'delete-location': ['admin', 'manager'],
  'delete-person': ['admin'],
  'resolve-review': ['admin', 'manager'],
  'resolve-own-review': ['admin', 'manager', 'user'],
};

test.each(Object.entries(table))('%s is for %s', (act, allowed) => {
  expect(roles.filter((role) => may(role, act))).toEqual(allowed);
});

test.each(['', 'edit-nothing', 'create-nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '"%s" is an act for nobody',
  (act) => {
    for (const role of roles) expect(may(role, act)).toBe(false);
  },
);
