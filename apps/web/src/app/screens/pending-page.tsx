import { m } from '../../paraglide/messages.js';
import { PageSkeleton } from '../../ui/skeletons.tsx';

export const PendingPage = () => <PageSkeleton label={m.common_loading()} />;
