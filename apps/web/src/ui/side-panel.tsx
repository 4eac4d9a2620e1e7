import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './side-panel.module.css';

interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** After it is gone: puts the focus back to what opened it. */
  readonly onClosed: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/**
 * A sheet from below on a phone, a panel at the side elsewhere. Made of the kit's pieces because its ready-made header
 * would be a second banner of the page.
 */
export function SidePanel({ opened, onClose, onClosed, title, closeLabel, children }: SidePanelProps) {
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      position={isPhone ? 'bottom' : 'right'}
      size="md"
      classNames={{ content: (isPhone ? classes.sheet : classes.panel) ?? '' }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.head}>
          <Drawer.Title className={classes.title ?? ''}>{title}</Drawer.Title>
          <Drawer.CloseButton size={44} aria-label={closeLabel} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
