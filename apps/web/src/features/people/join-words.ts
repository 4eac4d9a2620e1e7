import { m } from '../../paraglide/messages.js';
import type { JoinCode } from './join.ts';

const words: Readonly<Record<JoinCode, () => string>> = {
  'wrong-code': () => m.app_join_wrong(),
  'password-too-short': () => m.app_password_too_short(),
  'password-too-long': () => m.app_password_too_long(),
  'password-too-common': () => m.app_password_too_common(),
  'password-names-you': () => m.app_password_names_you(),
  'slow-down': () => m.app_sign_in_slow_down(),
  offline: () => m.app_join_offline(),
  server: () => m.app_sign_in_server(),
};

export const joinFailureInWords = (code: JoinCode): string => words[code]();
