import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { m } from '../../../paraglide/messages.js';

/** A password that can be shown, and that says when Caps Lock is on. */
export function PasswordField({ description, ...props }: PasswordInputProps) {
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent<HTMLInputElement>): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      {...props}
      description={capsLock ? m.app_caps_lock() : description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onKeyDown={look}
      onKeyUp={look}
      visibilityToggleButtonProps={{ 'aria-label': m.app_password_show(), tabIndex: 0 }}
      spellCheck={false}
      autoCapitalize="none"
    />
  );
}
