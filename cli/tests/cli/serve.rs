//! `serve`: from its start to its stop.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};

use crate::run::{Folder, command, ran, run};

/// A server that is killed when its test fails.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn get(port: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

#[test]
#[cfg(unix)]
fn the_link_that_is_printed_lets_a_window_in_and_interrupting_stops_the_server() {
    let folder = Folder::new();
    let data = folder.at("data");
    for signal in ["INT", "TERM"] {
        let mut child = command(&["serve", "--port", "0", "--data", &data])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = child.stdout.take().unwrap();
        let mut serving = Serving(child);
        let lines = BufReader::new(out).lines();
        let mut lines = lines.map_while(Result::ok);
        let link = lines.find(|line| line.contains("/enter?token=")).unwrap();
        let (port, path) = link
            .trim()
            .strip_prefix("http://127.0.0.1:")
            .and_then(|rest| rest.split_once('/'))
            .unwrap();
        let where_kept = lines.find(|line| line.starts_with("Workloads are kept in"));
        assert!(where_kept.unwrap().contains(&data));
        let reply = get(port, &format!("/{path}"));
        assert!(reply.starts_with("HTTP/1.1 303 "), "{reply}");
        assert!(reply.contains("set-cookie: plumbline_"), "{reply}");
        let id = serving.0.id().to_string();
        let kill = std::process::Command::new("kill");
        let told = { kill }.args(["-s", signal, &id]).status().unwrap();
        assert!(told.success());
        let status = serving.0.wait().unwrap();
        assert_eq!(status.code(), Some(0), "{signal}");
        let mut said = String::new();
        let err = serving.0.stderr.take();
        err.unwrap().read_to_string(&mut said).unwrap();
        assert!(said.ends_with("stopped; everything is saved\n"), "{said}");
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let data = folder.at("data");
    let output = command(&["serve", "--port", &port, "--data", &data]).output();
    ran(output.unwrap()).refused(&[&port, "is taken", "`--port`"]);
}

#[test]
fn what_cant_be_served_is_said() {
    let folder = Folder::new();
    let (data, file) = (folder.at("data"), folder.at("file"));
    std::fs::write(&file, "").unwrap();
    for (arguments, said) in [
        (
            ["--host", "http://a", "--data", &data],
            "`http://a` is not the name of a host",
        ),
        (["--port", "70000", "--data", &data], "70000"),
        (["--port", "0", "--data", &file], "file"),
    ] {
        run(&[["serve"].as_slice(), &arguments].concat()).refused(&[said]);
    }
}
