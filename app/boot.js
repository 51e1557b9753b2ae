// Starts the app, and says so in words when the browser can't.
import start from "./app.js";

start({ module_or_path: "/app_bg.wasm" }).catch((error) => {
  const status = document.querySelector("#loading [role=status]");
  if (status) {
    status.textContent = `Plumbline could not start in this browser: ${error}. It needs a browser of the last three years with WebAssembly.`;
  }
});
