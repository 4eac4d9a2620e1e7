/** Every address below /api/v1, for its OpenAPI document. A test compares this list with the routes of the app. */
import { roles } from '@tidylab/domain/permissions/permissions';
import * as z from 'zod/mini';
import {
  addPersonSchema,
  codeSchema,
  joinSchema,
  labSchema,
  roleSchema,
  setupSchema,
  signInSchema,
} from './features/accounts/model.ts';
import type { Answer, Operation } from './http/openapi/document.ts';

const ms = z.number().check(z.int(), z.minimum(0));
const role = z.enum(roles);
const lab = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  demo: z.boolean(),
});
const view = { account: z.object({ id: z.string(), login: z.string(), name: z.string() }), lab, role };
const sessionView = z.object(view);
const signedIn = z.object({ ...view, dev: z.string(), grantUntil: ms });
const code = z.object({ id: z.string(), code: z.string(), expiresAt: ms });

const person = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role,
  disabled: z.boolean(),
  joined: z.boolean(),
  codeUntil: z.nullable(ms),
});
const event = z.object({ at: ms, byId: z.string(), aboutId: z.string(), what: z.string(), detail: z.string() });

const backups = z.object({
  backups: z.array(z.object({ name: z.string(), madeAt: ms, bytes: ms, verified: z.boolean(), differences: ms })),
  making: z.boolean(),
  next: ms,
  failure: z.nullable(z.object({ at: ms, reason: z.string() })),
});

const done: Readonly<Record<number, Answer>> = { 204: { what: 'Done.' } };
const welcome: Readonly<Record<number, Answer>> = {
  200: { what: 'Signed in: the cookies of the session and of the device are set.', schema: signedIn },
};
const guessed = ['too-many-attempts', 'busy'] as const;
const weak = ['password-too-short', 'password-too-long', 'password-too-common', 'password-names-you'] as const;

const signingIn: readonly Operation[] = [
  {
    method: 'get',
    path: '/meta',
    id: 'meta',
    summary: 'The version, whether a lab is set up, and the clock of the server',
    who: 'anyone',
    answers: { 200: { what: 'As it is.', schema: z.object({ version: z.string(), state: z.string(), time: ms }) } },
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'openapi',
    summary: 'This document',
    who: 'anyone',
    answers: { 200: { what: 'OpenAPI 3.1.', schema: z.object({ openapi: z.string() }) } },
  },
  {
    method: 'post',
    path: '/setup',
    id: 'setUp',
    summary: 'Makes the lab and its first admin, with the code that the server printed',
    who: 'anyone',
    body: setupSchema,
    answers: welcome,
    problems: ['wrong-setup-code', 'already-set-up', 'device-key-mismatch', ...guessed, ...weak],
  },
  {
    method: 'post',
    path: '/auth/sign-in',
    id: 'signIn',
    summary: 'Signs in with login and password and registers the device',
    who: 'anyone',
    body: signInSchema,
    answers: welcome,
    problems: ['wrong-credentials', 'device-key-mismatch', ...guessed],
  },
  {
    method: 'post',
    path: '/auth/join/look',
    id: 'lookAtCode',
    summary: 'Whose one-time code this is',
    who: 'anyone',
    body: codeSchema,
    answers: {
      200: { what: 'It waits.', schema: z.object({ login: z.string(), name: z.string(), lab: z.string() }) },
    },
    problems: ['wrong-code', ...guessed],
  },
  {
    method: 'post',
    path: '/auth/join',
    id: 'join',
    summary: 'Chooses a password with a one-time code and signs in',
    who: 'anyone',
    body: joinSchema,
    answers: welcome,
    problems: ['wrong-code', 'device-key-mismatch', ...guessed, ...weak],
  },
  {
    method: 'post',
    path: '/auth/sign-out',
    id: 'signOut',
    summary: 'Ends the session of this browser',
    who: 'anyone',
    answers: done,
  },
  {
    method: 'get',
    path: '/auth/session',
    id: 'session',
    summary: 'Who is signed in',
    who: 'member',
    answers: { 200: { what: 'The person, the lab and the role.', schema: sessionView } },
  },
];

const people: readonly Operation[] = [
  {
    method: 'get',
    path: '/people',
    id: 'people',
    summary: 'The people of the lab',
    who: 'admin',
    answers: { 200: { what: 'Everybody.', schema: z.object({ people: z.array(person) }) } },
  },
  {
    method: 'get',
    path: '/people/history',
    id: 'peopleHistory',
    summary: 'What was done to people, newest first',
    who: 'admin',
    answers: { 200: { what: 'At most 200.', schema: z.object({ history: z.array(event) }) } },
  },
  {
    method: 'post',
    path: '/people',
    id: 'addPerson',
    summary: 'Adds a person, who joins with the code',
    who: 'admin',
    body: addPersonSchema,
    answers: { 201: { what: 'Added; the code is shown this once.', schema: code } },
    problems: ['login-taken'],
  },
  {
    method: 'post',
    path: '/people/{id}/role',
    id: 'setRole',
    summary: 'Gives a person another role',
    who: 'admin',
    body: roleSchema,
    answers: done,
    problems: ['last-admin'],
  },
  {
    method: 'post',
    path: '/people/{id}/disable',
    id: 'disablePerson',
    summary: 'Keeps a person out: sessions, grants and codes end',
    who: 'admin',
    answers: done,
    problems: ['last-admin'],
  },
  {
    method: 'post',
    path: '/people/{id}/enable',
    id: 'enablePerson',
    summary: 'Lets a person in again',
    who: 'admin',
    answers: done,
  },
  {
    method: 'post',
    path: '/people/{id}/code',
    id: 'giveCode',
    summary: 'A new one-time code, for another password',
    who: 'admin',
    answers: { 201: { what: 'The code is shown this once.', schema: code } },
  },
  {
    method: 'post',
    path: '/lab',
    id: 'changeLab',
    summary: 'Changes the name, the time zone and the currency of the lab',
    who: 'admin',
    body: labSchema,
    answers: done,
  },
  {
    method: 'post',
    path: '/lab/purge-demo',
    id: 'purgeDemo',
    summary: 'Removes a demo lab with its people and devices; the server waits for its setup again',
    who: 'admin',
    answers: { 200: { what: 'Gone. The code sets up the next lab.', schema: z.object({ setupCode: z.string() }) } },
    problems: ['not-a-demo'],
  },
];

const copies: readonly Operation[] = [
  {
    method: 'get',
    path: '/admin/backups',
    id: 'backups',
    summary: 'The copies that the server has made, and when the next one is due',
    who: 'admin',
    answers: { 200: { what: 'Newest first.', schema: backups } },
  },
  {
    method: 'post',
    path: '/admin/backups',
    id: 'makeBackup',
    summary: 'Makes a copy now; `making` is true until it is there',
    who: 'admin',
    answers: { 202: { what: 'It is being made.', schema: backups } },
  },
];

export const apiOperations: readonly Operation[] = [...signingIn, ...people, ...copies];
