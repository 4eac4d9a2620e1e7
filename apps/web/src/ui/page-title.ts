import { useEffect } from 'react';

/** The browser's title for this screen: "Items · TidyLab". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'TidyLab' : `${title} · TidyLab`;
  }, [title]);
}
