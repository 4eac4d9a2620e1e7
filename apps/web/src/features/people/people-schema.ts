/** What the server answers about people. Times are Unix ms. */
import { roles } from '@tidylab/domain/permissions/permissions';
import * as z from 'zod/mini';

const personSchema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  disabled: z.boolean(),
  joined: z.boolean(),
  codeUntil: z.nullable(z.number()),
});
export type PersonEntry = z.infer<typeof personSchema>;

export const peopleSchema = z.object({ people: z.array(personSchema) });

const eventSchema = z.object({
  at: z.number(),
  byId: z.string(),
  aboutId: z.string(),
  what: z.string(),
  detail: z.string(),
});
export type PeopleEvent = z.infer<typeof eventSchema>;

export const historySchema = z.object({ history: z.array(eventSchema) });

export const codeSchema = z.object({ id: z.string(), code: z.string(), expiresAt: z.number() });
export type OneTimeCode = z.infer<typeof codeSchema>;

export const peoplePath = '/api/v1/people';
export const historyPath = '/api/v1/people/history';
export const personPath = (id: string, what: string): string => `${peoplePath}/${encodeURIComponent(id)}/${what}`;
