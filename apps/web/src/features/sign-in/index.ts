/** The public face of sign-in. */
import type { Screen } from '../../ui/navigation.ts';

export { type Account, AccountContext, type Credentials, type SignInCode, useAccount } from './account.ts';
export { PasswordField } from './parts/password-field.tsx';

export const screens: Screen[] = [{ path: '/sign-in', page: () => import('./pages/sign-in-page.tsx') }];
