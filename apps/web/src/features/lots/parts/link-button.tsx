import { Button, type ButtonProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface LinkButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'leftSection'> {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly about?: string;
  readonly children: ReactNode;
}

/** A link to another screen of the app that looks like a button. */
export function LinkButton({ to, search = {}, about, children, ...look }: LinkButtonProps) {
  return (
    <Button
      size="md"
      {...look}
      renderRoot={(props) => <Link {...props} to={to} search={search} aria-description={about} />}
    >
      {children}
    </Button>
  );
}
