import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './movements.module.css';

const paths = {
  item: '/items/$id',
  lot: '/lots/$id',
  container: '/containers/$id',
  location: '/locations/$id',
} as const;

interface RecordLinkProps {
  readonly kind: keyof typeof paths;
  readonly id: string;
  readonly children: ReactNode;
  /** The one link of a row in a DataGrid: its area is the row. */
  readonly row?: boolean;
}

export function RecordLink({ kind, id, children, row = false }: RecordLinkProps) {
  return (
    <Link
      to={paths[kind]}
      params={{ id }}
      className={row ? classes.rowLink : classes.link}
      data-row-link={row ? '' : undefined}
    >
      {children}
    </Link>
  );
}
