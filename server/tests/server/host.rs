//! Names that were made to lead here (DNS rebinding).

use crate::running::start;
use crate::wire::exchange;

const METHODS: [&str; 8] = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW",
];

#[test]
fn no_method_and_no_path_answers_to_the_name_of_another() {
    let (running, _folder) = start();
    let (port, window) = (running.port, running.window());
    let hosts = [
        format!("Host: evil.example:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"),
        "Host: \r\n".to_owned(),
        String::new(),
    ];
    for method in METHODS {
        for path in ["/", "/api/health", "/api/workloads", &running.entrance] {
            for host in &hosts {
                let reply = running.send_as(method, path, &format!("{host}{window}"), "");
                // What isn't HTTP/1.1 at all is refused before anybody looks at names.
                assert!(
                    matches!(reply.status, 421 | 400),
                    "{method} {path} {host} {reply:?}"
                );
                assert_eq!(reply.header("set-cookie"), None, "{method} {path} {host}");
            }
        }
    }
}

#[test]
fn a_request_line_that_names_another_host_is_no_better() {
    let (running, _folder) = start();
    for line in [
        "http://evil.example",
        "http://evil.example:80",
        "https://127.0.0.1",
    ] {
        let request = format!(
            "GET {line}/api/health HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            running.port
        );
        let reply = exchange(running.port, request.as_bytes());
        assert_eq!(reply.status, 421, "{line} {reply:?}");
    }
}

#[test]
fn our_own_names_lead_here() {
    let (running, _folder) = start();
    let port = running.port;
    for host in [
        format!("127.0.0.1:{port}"),
        format!("localhost:{port}"),
        format!("[::1]:{port}"),
        "proxy.example.org".to_owned(),
        "proxy.example.org:8443".to_owned(),
    ] {
        let headers = format!("Host: {host}\r\n");
        let reply = running.send_as("GET", "/api/health", &headers, "");
        assert_eq!(reply.status, 200, "{host} {reply:?}");
    }
}
