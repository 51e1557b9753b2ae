//! Our own pictures: strokes of 1.5 on a 24 × 24 field, in the current colour. Categories only; no
//! vendor's icon is redrawn here.

use crate::model::Glyph;

/// The glyph's name, as in serialised diagrams; used in element ids.
pub(crate) const fn name(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Client => "client",
        Glyph::Function => "function",
        Glyph::Container => "container",
        Glyph::Server => "server",
        Glyph::Api => "api",
        Glyph::LoadBalancer => "load-balancer",
        Glyph::Queue => "queue",
        Glyph::DeadLetter => "dead-letter",
        Glyph::Topic => "topic",
        Glyph::EventBus => "event-bus",
        Glyph::Stream => "stream",
        Glyph::Table => "table",
        Glyph::Sql => "sql",
        Glyph::ObjectStore => "object-store",
        Glyph::Cache => "cache",
        Glyph::Cdn => "cdn",
        Glyph::Auth => "auth",
        Glyph::Secret => "secret",
        Glyph::Key => "key",
        Glyph::Firewall => "firewall",
        Glyph::Workflow => "workflow",
        Glyph::Schedule => "schedule",
        Glyph::Metrics => "metrics",
        Glyph::Trace => "trace",
        Glyph::Log => "log",
        Glyph::Device => "device",
        Glyph::Analytics => "analytics",
        Glyph::Notification => "notification",
        Glyph::Search => "search",
        Glyph::External => "external",
        Glyph::Network => "network",
    }
}

/// The strokes, as SVG path data. Circles are written as two arcs.
pub(crate) const fn path(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Client => {
            "M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M5 20c0-3.9 3-6.2 7-6.2s7 2.3 7 6.2"
        }
        Glyph::Function => {
            "M6.5 4.5h2c.8 0 1.3.4 1.6 1.1l5.8 12.8c.3.7.8 1.1 1.6 1.1H19M11.7 9.4L6 19.5"
        }
        Glyph::Container => "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5l8-4.5M12 12v9",
        Glyph::Server => {
            "M5.5 4h13a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 9.5v-4A1.5 1.5 0 0 1 5.5 4zM5.5 13h13a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-4A1.5 1.5 0 0 1 5.5 13zM7.5 7.5h.01M7.5 16.5h.01M12.5 7.5h4M12.5 16.5h4"
        }
        Glyph::Api => {
            "M8.5 4.5C6 4.5 6.5 8 6.5 9.5S5.6 12 4 12c1.6 0 2.5 1 2.5 2.5S6 19.5 8.5 19.5M15.5 4.5C18 4.5 17.5 8 17.5 9.5s.9 2.5 2.5 2.5c-1.6 0-2.5 1-2.5 2.5s.5 5-2 5M9.5 12h.01M12 12h.01M14.5 12h.01"
        }
        Glyph::LoadBalancer => {
            "M3 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0M17 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M17 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0M17 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 12h10M6.7 11L17.2 5.9M6.7 13l10.5 5.1"
        }
        Glyph::Queue => "M3 6.5h18M3 17.5h18M7 10v4M11 10v4M15 10v4M18.5 10l2 2l-2 2",
        Glyph::DeadLetter => {
            "M20.5 11V6.5A1.5 1.5 0 0 0 19 5H5a1.5 1.5 0 0 0-1.5 1.5v10A1.5 1.5 0 0 0 5 18h7.5M3.9 6l8.1 6l8.1-6M16.5 15.5l4.5 4.5M21 15.5l-4.5 4.5"
        }
        Glyph::Topic => {
            "M10.25 12a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M8.1 8.1a5.5 5.5 0 0 0 0 7.8M15.9 8.1a5.5 5.5 0 0 1 0 7.8M5.3 5.3a9.5 9.5 0 0 0 0 13.4M18.7 5.3a9.5 9.5 0 0 1 0 13.4"
        }
        Glyph::EventBus => {
            "M3 12h18M7 12V7M12 12v5M17 12V7M5.25 5.25a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M10.25 18.75a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M15.25 5.25a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0"
        }
        Glyph::Stream => {
            "M3 7c3-2.4 6-2.4 9 0s6 2.4 9 0M3 12c3-2.4 6-2.4 9 0s6 2.4 9 0M3 17c3-2.4 6-2.4 9 0s6 2.4 9 0"
        }
        Glyph::Table => {
            "M5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-13A1.5 1.5 0 0 1 5.5 4zM4 9.5h16M4 14.75h16M10 9.5V20"
        }
        Glyph::Sql => {
            "M5 6a7 3 0 1 0 14 0a7 3 0 1 0-14 0M5 6v12c0 1.66 3.13 3 7 3s7-1.34 7-3V6M5 12c0 1.66 3.13 3 7 3s7-1.34 7-3"
        }
        Glyph::ObjectStore => {
            "M4.5 6.2a7.5 2.7 0 1 0 15 0a7.5 2.7 0 1 0-15 0M4.5 6.2l1.7 12.3c.2 1.1 2.7 2 5.8 2s5.6-.9 5.8-2L19.5 6.2"
        }
        Glyph::Cache => {
            "M5 6a7 3 0 1 0 14 0a7 3 0 1 0-14 0M5 6v12c0 1.66 3.13 3 7 3s7-1.34 7-3V6M12.8 11l-2.6 3.4h3.6l-2.6 3.4"
        }
        Glyph::Cdn => {
            "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M3.5 12h17M8.2 12a3.8 8.5 0 1 0 7.6 0a3.8 8.5 0 1 0-7.6 0"
        }
        Glyph::Auth => {
            "M12 3l7 2.7v5.6c0 4.4-2.9 7.9-7 9.7c-4.1-1.8-7-5.3-7-9.7V5.7zM8.8 11.8l2.3 2.3l4.2-4.4"
        }
        Glyph::Secret => {
            "M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V7.8a4 4 0 0 1 8 0v2.7M12 14.3v2.4"
        }
        Glyph::Key => {
            "M3.5 16a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M11.2 12.8L20 4M16.2 7.8l3 3M13.4 10.6l2 2"
        }
        Glyph::Firewall => {
            "M4.5 5h15a.5.5 0 0 1 .5.5v13a.5.5 0 0 1-.5.5h-15a.5.5 0 0 1-.5-.5v-13a.5.5 0 0 1 .5-.5zM4 9.7h16M4 14.3h16M12 5v4.7M8 9.7v4.6M16 9.7v4.6M12 14.3V19"
        }
        Glyph::Workflow => {
            "M4 4h5a.5.5 0 0 1 .5.5v4a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5v-4A.5.5 0 0 1 4 4zM15 4h5a.5.5 0 0 1 .5.5v4a.5.5 0 0 1-.5.5h-5a.5.5 0 0 1-.5-.5v-4A.5.5 0 0 1 15 4zM15 15h5a.5.5 0 0 1 .5.5v4a.5.5 0 0 1-.5.5h-5a.5.5 0 0 1-.5-.5v-4a.5.5 0 0 1 .5-.5zM9.5 6.5h5M17.5 9v6M14.5 17.5h-7a1 1 0 0 1-1-1V9"
        }
        Glyph::Schedule => "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5l3.4 2.1",
        Glyph::Metrics => "M4 4v14.5A1.5 1.5 0 0 0 5.5 20H20M8.5 16v-4M12.5 16V8M16.5 16v-6",
        Glyph::Trace => {
            "M4 4.5h8a.5.5 0 0 1 .5.5v2.5a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V5a.5.5 0 0 1 .5-.5zM8.5 10.25h8a.5.5 0 0 1 .5.5v2.5a.5.5 0 0 1-.5.5h-8a.5.5 0 0 1-.5-.5v-2.5a.5.5 0 0 1 .5-.5zM13.5 16H20a.5.5 0 0 1 .5.5V19a.5.5 0 0 1-.5.5h-6.5a.5.5 0 0 1-.5-.5v-2.5a.5.5 0 0 1 .5-.5z"
        }
        Glyph::Log => {
            "M7 3.5h7L18.5 8v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5M8.8 12h6.4M8.8 15.8h6.4"
        }
        Glyph::Device => {
            "M8.5 7h7A1.5 1.5 0 0 1 17 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 15.5v-7A1.5 1.5 0 0 1 8.5 7zM10 3.5V7M14 3.5V7M10 17v3.5M14 17v3.5M3.5 10H7M3.5 14H7M17 10h3.5M17 14h3.5"
        }
        Glyph::Analytics => {
            "M4 4v14.5A1.5 1.5 0 0 0 5.5 20H20M7.5 15l3.5-4.2l3.2 2.7L19.5 7M16 7h3.5v3.5"
        }
        Glyph::Notification => {
            "M5.5 16.5c1.4-1.2 1.8-2.8 1.8-5.8a4.7 4.7 0 0 1 9.4 0c0 3 .4 4.6 1.8 5.8zM9.9 19.3a2.2 2.2 0 0 0 4.2 0M12 4v2"
        }
        Glyph::Search => "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M14.9 14.9l5.1 5.1",
        Glyph::External => {
            "M13.5 4.5h6V10.5M19.5 4.5L11 13M16.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V9A1.5 1.5 0 0 1 6 7.5h4"
        }
        Glyph::Network => {
            "M9.8 5.5a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M3.3 18a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M16.3 18a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M11 7.5L6.6 16M13 7.5l4.4 8.5M7.7 18h8.6"
        }
    }
}
