/** Logins that look alike are one login: compatibility characters and case do not tell two people apart. */
export const loginKey = (login: string): string => login.normalize('NFKC').toLowerCase();
