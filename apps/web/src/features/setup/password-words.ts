import { m } from '../../paraglide/messages.js';
import type { PasswordAdvice } from './password-strength.ts';
import type { SetUpCode } from './set-up.ts';

export function adviceInWords(advice: PasswordAdvice): string {
  switch (advice.say) {
    case 'nothing':
      return m.app_password_hint();
    case 'longer':
      return m.app_password_left({ n: advice.left });
    case 'too-long':
      return m.app_password_too_long();
    case 'repeats':
      return m.app_password_repeats();
    case 'names-you':
      return m.app_password_names_you();
    case 'long-enough':
      return m.app_password_long_enough();
    case 'strong':
      return m.app_password_strong();
  }
}

const refusals: Readonly<Record<SetUpCode, () => string>> = {
  'wrong-code': m.app_setup_wrong_code,
  'already-set-up': m.app_setup_already,
  'password-too-short': m.app_password_too_short,
  'password-too-long': m.app_password_too_long,
  'password-too-common': m.app_password_too_common,
  'password-names-you': m.app_password_names_you,
  invalid: m.app_setup_invalid,
  'slow-down': m.app_sign_in_slow_down,
  offline: m.app_setup_offline,
  server: m.app_sign_in_server,
};

export const refusalInWords = (code: SetUpCode): string => refusals[code]();
