//! Drives the program through WebKitWebDriver, over the WebDriver protocol of the W3C.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_plumbline-desktop");

/// How long the window may take, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait before looking again.
const BLINK: Duration = Duration::from_millis(50);

/// Has the page remember what it complains of, for whoever looks at a test that failed.
const LISTEN: &str = "if (!window.complaints) {
    window.complaints = [];
    const complain = console.error;
    console.error = (...words) => { window.complaints.push(words.join(' ')); complain(...words); };
}
";

/// A machine of somebody's own: home folders in which there is nothing yet, and the driver.
pub struct Desktop {
    home: tempfile::TempDir,
    driver: Child,
    address: String,
}

impl Desktop {
    /// Starts a driver. The windows that it opens keep everything in one new folder.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        // Free a moment ago: the driver takes no port 0.
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .unwrap()
            .port();
        let driver = Self::at_home(Command::new("WebKitWebDriver"), home.path())
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("WebKitWebDriver (Debian's webkit2gtk-driver): {error}")
            });
        let desktop = Self {
            home,
            driver,
            address: format!("http://127.0.0.1:{port}"),
        };
        let ready = || {
            let status = send("GET", &format!("{}/status", desktop.address), None).ok()?;
            status["ready"].as_bool()?.then_some(())
        };
        wait("the driver to be ready", ready);
        desktop
    }

    fn at_home(mut command: Command, home: &Path) -> Command {
        command
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("PLUMBLINE_DATA", home.join("workloads"));
        command
    }

    /// A file in the home folder.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Starts the program with these arguments and waits for its window.
    pub fn start(&self, arguments: &[&Path]) -> Window<'_> {
        let options = json!({ "binary": PROGRAM, "args": arguments });
        let capabilities =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let address = format!("{}/session", self.address);
        let session = send("POST", &address, Some(&capabilities)).unwrap();
        let id = session["sessionId"].as_str().unwrap();
        Window {
            address: format!("{address}/{id}"),
            desktop: self,
        }
    }

    /// The programs that run for this home folder, by their process ids.
    fn programs(&self) -> Vec<String> {
        let home = self.home.path().to_string_lossy();
        let processes = std::fs::read_dir("/proc").unwrap().flatten();
        let ours = processes.filter(|process| {
            let program = std::fs::read_link(process.path().join("exe")).unwrap_or_default();
            let variables = std::fs::read(process.path().join("environ")).unwrap_or_default();
            program == Path::new(PROGRAM) && String::from_utf8_lossy(&variables).contains(&*home)
        });
        ours.map(|process| process.file_name().to_string_lossy().into_owned())
            .collect()
    }

    /// Kills the program, as a machine does that loses its power.
    pub fn kill(&self) {
        let programs = self.programs();
        assert!(!programs.is_empty(), "nothing runs that could be killed");
        let mut kill = Command::new("kill");
        let killed = kill.arg("-KILL").args(programs).status();
        assert!(killed.unwrap().success());
        self.until_ended();
    }

    /// Waits until the program is gone, and its name on the bus with it: whoever starts before would
    /// hand its files to nobody.
    fn until_ended(&self) {
        wait("the program to end", || {
            self.programs().is_empty().then_some(())
        });
        wait("the program's name on the bus to be free", || {
            let mut ask = Command::new("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus"])
                .args(["/", "org.freedesktop.DBus.NameHasOwner"])
                .arg("string:dev.plumbline.desktop.SingleInstance");
            let answer = ask.output().unwrap().stdout;
            let answer = String::from_utf8_lossy(&answer).into_owned();
            answer.contains("boolean false").then_some(())
        });
    }

    /// Starts the program beside the driver, as somebody would, from the home folder.
    pub fn start_again(&self, arguments: &[&str]) -> Child {
        Self::at_home(Command::new(PROGRAM), self.home.path())
            .current_dir(self.home.path())
            .args(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        // What a failed test left behind would be handed the files of the next.
        for program in self.programs() {
            let _ = Command::new("kill").args(["-KILL", &program]).status();
        }
    }
}

/// The window of a program that runs.
pub struct Window<'a> {
    address: String,
    desktop: &'a Desktop,
}

impl Window<'_> {
    /// Runs a script in the page until it gives something that isn't null, false or an error.
    pub fn until(&self, what: &str, script: &str) -> Value {
        let script = format!("{LISTEN}{script}");
        let body = json!({ "script": script, "args": [] });
        let address = format!("{}/execute/sync", self.address);
        let mut last = String::new();
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            match send("POST", &address, Some(&body)) {
                Ok(Value::Null | Value::Bool(false)) => last.clear(),
                Ok(value) => return value,
                Err(error) => last = error,
            }
            sleep(BLINK);
        }
        self.picture("failed");
        let said = json!({ "script": "return window.complaints.join('; ')", "args": [] });
        let said = send("POST", &address, Some(&said));
        panic!(
            "waited {} s for {what} {last}; the page says {said:?}",
            PATIENCE.as_secs()
        );
    }

    /// Waits for a heading of the first or second level with this text in it.
    pub fn heading(&self, text: &str) {
        let script = format!(
            "return [...document.querySelectorAll('h1, h2')].some(h => h.textContent.includes({}))",
            json!(text)
        );
        self.until(&format!("the heading `{text}`"), &script);
    }

    /// Waits until the screen has this text in it.
    pub fn shows(&self, text: &str) {
        let script = format!(
            "return document.querySelector('#main')?.textContent.includes({})",
            json!(text)
        );
        self.until(&format!("`{text}`"), &script);
    }

    /// Waits for a link that starts with this text, and follows it.
    pub fn follow(&self, text: &str) {
        let script = format!(
            "const link = [...document.querySelectorAll('a[href]')]
                .find(a => a.textContent.trim().startsWith({}) && a.getClientRects().length);
             if (!link) return false;
             link.click();
             return true",
            json!(text)
        );
        self.until(&format!("the link `{text}`"), &script);
    }

    /// Goes to an address within the app, as a link would.
    pub fn go(&self, path: &str) {
        let script = format!(
            "const link = document.createElement('a');
             link.href = {};
             document.body.append(link);
             link.click();
             link.remove();
             return true",
            json!(path)
        );
        self.until(&format!("the way to `{path}`"), &script);
    }

    /// Picks an answer to a question, by the words beside the button.
    pub fn pick(&self, question: &str, answer: &str) {
        self.answer(question, answer, "button.click(); return true");
    }

    /// Waits until this is the answer to a question.
    pub fn picked(&self, question: &str, answer: &str) {
        self.answer(question, answer, "return button.checked");
    }

    fn answer(&self, question: &str, answer: &str, then: &str) {
        let script = format!(
            "const label = [...document.querySelectorAll({})]
                .find(label => label.textContent.trim() === {});
             const button = label && label.querySelector('input');
             if (!button) return false;
             {then}",
            json!(format!("fieldset#q-{question} label")),
            json!(answer)
        );
        self.until(&format!("`{answer}` at the question `{question}`"), &script);
    }

    /// Calls a command of the shell, as the page does.
    pub fn invoke(&self, command: &str, arguments: &Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI__.core.invoke({}, {arguments})
                .then(value => done({{ value }}), error => done({{ error }}))",
            json!(command)
        );
        let body = json!({ "script": script, "args": [] });
        let reply = send(
            "POST",
            &format!("{}/execute/async", self.address),
            Some(&body),
        );
        let reply = reply.unwrap();
        assert_eq!(reply["error"], Value::Null, "{command}");
        reply["value"].clone()
    }

    /// Takes a picture of the window into the folder that `PLUMBLINE_PICTURES` names, if it does.
    pub fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("PLUMBLINE_PICTURES") else {
            return;
        };
        let taken = send("GET", &format!("{}/screenshot", self.address), None);
        let picture = taken
            .ok()
            .and_then(|taken| STANDARD.decode(taken.as_str()?).ok());
        if let Some(picture) = picture {
            std::fs::write(Path::new(&folder).join(format!("{name}.png")), picture).unwrap();
        }
    }

    /// Closes the window, and with it the program.
    pub fn close(self) {
        let desktop = self.desktop;
        drop(self);
        desktop.until_ended();
    }
}

impl Drop for Window<'_> {
    /// Also after a test that failed, or the next one would be handed to this window.
    fn drop(&mut self) {
        let _ = send("DELETE", &self.address, None);
    }
}

/// Waits until `look` finds something.
pub fn wait<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(
            Instant::now() < end,
            "waited {} s for {what}",
            PATIENCE.as_secs()
        );
        sleep(BLINK);
    }
}

/// Sends a command to the driver. The error is what the driver says.
fn send(method: &str, address: &str, body: Option<&Value>) -> Result<Value, String> {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE));
    let agent: ureq::Agent = config.build().into();
    let body = body.map(Value::to_string).unwrap_or_default();
    let request = ureq::http::Request::builder()
        .method(method)
        .uri(address)
        .header("content-type", "application/json")
        .body(body)
        .unwrap();
    let mut reply = agent.run(request).map_err(|error| error.to_string())?;
    let text = reply
        .body_mut()
        .with_config()
        .limit(50_000_000)
        .read_to_string()
        .map_err(|error| error.to_string())?;
    let reply: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
    match reply["value"].get("error") {
        Some(Value::String(_)) => Err(text),
        _ => Ok(reply["value"].clone()),
    }
}
