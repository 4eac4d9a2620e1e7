import { Button, type ButtonProps, createPolymorphicComponent } from '@mantine/core';
import { forwardRef } from 'react';
import classes from './primary-button.module.css';

/** The one thing a screen is for: 64 px high under a thumb. Takes `component` and `renderRoot` as Mantine's does. */
export const PrimaryButton = createPolymorphicComponent<'button', ButtonProps>(
  forwardRef<HTMLButtonElement, ButtonProps>((props, ref) => (
    <Button {...props} ref={ref} classNames={{ root: classes.root ?? '', label: classes.label ?? '' }} />
  )),
);
