/** A person as other members see them: a name behind a movement. Accounts and passwords live elsewhere. */
import * as z from 'zod/mini';

export const personFields = z.object({ name: z.string().check(z.minLength(1), z.maxLength(120)) });
