// Before the first paint, hence no module: a stored choice of light or dark, else the system's.
(() => {
  const theme = localStorage.getItem('mortise.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
