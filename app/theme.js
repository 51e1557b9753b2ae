// Before the first paint, so that a page in the dark doesn't flash.
try {
  const theme = localStorage.getItem("plumbline:theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // No storage: the system's theme it is.
}
