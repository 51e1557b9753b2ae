//! The places of the app and their addresses.

use std::collections::BTreeMap;

/// Where somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The portfolio.
    Workloads,
    /// A screen of a workload.
    Workload {
        /// The workload's id in the store.
        id: String,
        /// Which screen.
        screen: Screen,
    },
    /// The knowledge base: all of it, or one kind, or one entry of a kind.
    Knowledge {
        /// `questions`, `rules`, `services`, `patterns`, `claims` and so on.
        kind: Option<String>,
        /// The entry's id.
        entry: Option<String>,
    },
    /// Appearance, backups, what this is.
    Settings,
    /// Nothing is there.
    Nowhere,
}

/// The screens of a workload, in the order of their tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The questionnaire.
    Questions,
    /// What to run it on, and why.
    Verdict,
    /// The reference diagram.
    Architecture,
    /// What it costs to decide so.
    TradeOffs,
    /// What is to be done.
    Checklists,
    /// The papers.
    Documents,
    /// Against another workload or version.
    Compare,
}

impl Screen {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Questions,
        Self::Verdict,
        Self::Architecture,
        Self::TradeOffs,
        Self::Checklists,
        Self::Documents,
        Self::Compare,
    ];

    /// The last piece of its address.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Verdict => "verdict",
            Self::Architecture => "architecture",
            Self::TradeOffs => "trade-offs",
            Self::Checklists => "checklists",
            Self::Documents => "documents",
            Self::Compare => "compare",
        }
    }

    /// What its tab says.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Questions => "Questions",
            Self::Verdict => "Verdict",
            Self::Architecture => "Architecture",
            Self::TradeOffs => "Trade-offs",
            Self::Checklists => "Checklists",
            Self::Documents => "Documents",
            Self::Compare => "Compare",
        }
    }
}

impl Place {
    /// The place at a path; [`Place::Nowhere`] for an unknown one.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let pieces: Vec<String> = path
            .split('/')
            .filter(|piece| !piece.is_empty())
            .map(decode)
            .collect();
        let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
        match pieces.as_slice() {
            [] => Self::Workloads,
            ["w", id] => Self::workload(id, Screen::Questions),
            ["w", id, slug] => Screen::ALL
                .into_iter()
                .find(|screen| screen.slug() == *slug)
                .map_or(Self::Nowhere, |screen| Self::workload(id, screen)),
            ["knowledge"] => Self::knowledge(None, None),
            ["knowledge", kind] => Self::knowledge(Some(kind), None),
            ["knowledge", kind, entry] => Self::knowledge(Some(kind), Some(entry)),
            ["settings"] => Self::Settings,
            _ => Self::Nowhere,
        }
    }

    /// A screen of a workload.
    #[must_use]
    pub fn workload(id: &str, screen: Screen) -> Self {
        Self::Workload {
            id: id.to_owned(),
            screen,
        }
    }

    /// A place in the knowledge base.
    #[must_use]
    pub fn knowledge(kind: Option<&str>, entry: Option<&str>) -> Self {
        Self::Knowledge {
            kind: kind.map(str::to_owned),
            entry: entry.map(str::to_owned),
        }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Workloads => "/".to_owned(),
            Self::Workload { id, screen } => format!("/w/{}/{}", encode(id), screen.slug()),
            Self::Knowledge { kind, entry } => {
                let mut path = "/knowledge".to_owned();
                for piece in [kind, entry].into_iter().flatten() {
                    path.push('/');
                    path.push_str(&encode(piece));
                }
                path
            }
            Self::Settings => "/settings".to_owned(),
            Self::Nowhere => "/nowhere".to_owned(),
        }
    }

    /// The address of an entry of a place: `/w/1/verdict?part=api#rule-x`.
    #[must_use]
    pub fn with(&self, query: &[(&str, &str)], fragment: Option<&str>) -> String {
        let query = query
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        Address {
            place: self.clone(),
            query,
            fragment: fragment.map(str::to_owned),
        }
        .text()
    }
}

/// A place with what is looked at there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Where.
    pub place: Place,
    /// What is chosen on the screen: a part, a provider, a filter.
    pub query: BTreeMap<String, String>,
    /// The element to scroll to.
    pub fragment: Option<String>,
}

impl Address {
    /// Reads the three pieces of an address as a browser gives them: `search` with its `?`, `hash`
    /// with its `#`.
    #[must_use]
    pub fn parse(path: &str, search: &str, hash: &str) -> Self {
        let query = search
            .trim_start_matches('?')
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (decode(key), decode(value)))
            .collect();
        let fragment = hash.trim_start_matches('#');
        Self {
            place: Place::parse(path),
            query,
            fragment: (!fragment.is_empty()).then(|| decode(fragment)),
        }
    }

    /// The address as text, from the path on.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.place.path();
        for (position, (key, value)) in self.query.iter().enumerate() {
            text.push(if position == 0 { '?' } else { '&' });
            text.push_str(&encode(key));
            text.push('=');
            text.push_str(&encode(value));
        }
        if let Some(fragment) = &self.fragment {
            text.push('#');
            text.push_str(&encode(fragment));
        }
        text
    }
}

/// Percent-encodes what can't stand in a piece of an address.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    out
}

/// Takes percent-encoding back; what isn't encoded rightly stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = |offset: usize| {
            bytes
                .get(at + offset)
                .and_then(|&b| char::from(b).to_digit(16))
        };
        match (byte, hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Address, Place, Screen};

    #[test]
    fn every_place_has_an_address_that_leads_to_it() {
        let mut places = vec![
            Place::Workloads,
            Place::Settings,
            Place::knowledge(None, None),
            Place::knowledge(Some("rules"), None),
            Place::knowledge(Some("rules"), Some("a/b ?#%+é")),
        ];
        places.extend(Screen::ALL.map(|screen| Place::workload("x1", screen)));
        for place in places {
            assert_eq!(Place::parse(&place.path()), place);
        }
    }

    #[test]
    fn an_address_keeps_its_query_and_fragment() {
        let text = Place::workload("x", Screen::Verdict)
            .with(&[("part", "a&b=c"), ("find", "100 % + é")], Some("rule-1"));
        let (path, rest) = text.split_once('?').unwrap();
        let (search, hash) = rest.split_once('#').unwrap();
        let address = Address::parse(path, &format!("?{search}"), &format!("#{hash}"));
        assert_eq!(address.query["part"], "a&b=c");
        assert_eq!(address.query["find"], "100 % + é");
        assert_eq!(address.fragment.as_deref(), Some("rule-1"));
        assert_eq!(address.text(), text);
    }

    #[test]
    fn an_unknown_or_broken_path_leads_nowhere() {
        for path in [
            "/w",
            "/w/1/2/3",
            "/w/1/unknown",
            "/knowledge/a/b/c",
            "/%ff%zz%",
        ] {
            assert_eq!(Place::parse(path), Place::Nowhere, "{path}");
        }
    }
}
