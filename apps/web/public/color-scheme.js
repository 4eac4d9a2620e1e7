// Runs before anything is drawn, so that a dark room is not lit by a white page. Mirrors platform/preferences.
(() => {
  let theme = 'auto';
  try {
    theme = JSON.parse(localStorage.getItem('tidylab.preferences') ?? '{}').theme;
  } catch {
    // Blocked or unreadable: as the system says.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
