import { IconQrcode } from '@tabler/icons-react';
import { formatOwnCode, parseOwnCode } from '@tidylab/domain/barcodes/own-label';
import { targetsOf, type Target } from '@tidylab/sync/replica/queries';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { useLive } from '../../store/use-live.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

const paths: Readonly<Record<Target['kind'], string>> = {
  item: '/items/$id',
  lot: '/lots/$id',
  container: '/containers/$id',
  location: '/locations/$id',
};

/** The address on our printed labels: opens the thing that carries the label, once this device knows it. */
export default function LabelPage() {
  const { code: asked = '' }: { code?: string } = useParams({ strict: false });
  const code = parseOwnCode(asked);
  const target = useLive((replica) => (code === undefined ? undefined : targetsOf(replica, [`own:${code}`])[0]), [code]);
  if (target) return <Navigate to={paths[target.kind]} params={{ id: target.id }} replace />;
  return (
    <>
      <PageHeader title={m.app_code_title({ code: code === undefined ? asked : formatOwnCode(code) })} />
      <EmptyState icon={IconQrcode} title={m.app_code_missing()} action={<Link to="/scan">{m.app_code_scan()}</Link>}>
        {m.app_code_unknown()}
      </EmptyState>
    </>
  );
}
