//! HTTP by hand: clients are too well-behaved for some of the tests.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(own, _)| own == name);
        found.next().map(|(_, value)| value.as_str())
    }

    /// The kind of the problem that this is.
    pub fn problem(&self) -> String {
        let problem: plumbline_api::Problem = serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("no problem ({error}): {self:?}"));
        assert!(!problem.message.is_empty(), "{self:?}");
        let value: serde_json::Value = serde_json::from_str(&self.body).unwrap();
        value["kind"].as_str().unwrap().to_owned()
    }
}

pub fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    stream
}

/// Sends these bytes, and reads the answer until the connection is closed.
pub fn exchange(port: u16, request: &[u8]) -> Reply {
    let mut stream = connect(port);
    stream.write_all(request).unwrap();
    read(&mut stream)
}

/// Reads an answer until the connection is closed, or reset: a server that has refused a body
/// doesn't wait for the rest of it.
pub fn read(stream: &mut TcpStream) -> Reply {
    let mut bytes = Vec::new();
    let mut some = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut some) {
        bytes.extend_from_slice(&some[..count]);
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    Reply {
        status: status.map_or(0, |status| status.parse().unwrap()),
        headers: lines
            .map(|line| {
                let (name, value) = line.split_once(": ").unwrap();
                (name.to_lowercase(), value.to_owned())
            })
            .collect(),
        body: body.to_owned(),
    }
}
