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
};

test.each(Object.entries(table))('%s is for %s', (act, allowed) => {
  expect(roles.filter((role) => may(role, act))).toEqual(allowed);
});

test.each(['', 'delete-item', 'create-nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '"%s" is an act for nobody',
  (act) => {
    for (const role of roles) expect(may(role, act)).toBe(false);
  },
);
