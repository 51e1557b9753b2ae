//! Everything that can be looked up, made ready once.

use std::sync::LazyLock;

use plumbline_knowledge::Knowledge;

use super::kind::Kind;
use crate::engine;

/// An entry as lists show it.
#[derive(Debug)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its id within its kind.
    pub id: &'static str,
    /// What people call it.
    pub title: String,
    /// What it stands with: a dimension, a provider, a list.
    pub group: &'static str,
    /// What marks it: `superseded`, `retired`; empty where nothing does.
    pub mark: &'static str,
    /// What is searched, in lower case.
    words: String,
}

impl Entry {
    fn new(
        kind: Kind,
        id: &'static str,
        title: impl Into<String>,
        group: &'static str,
        more: &[&str],
    ) -> Self {
        let title = title.into();
        let words = format!("{title} {id} {group} {}", more.join(" ")).to_lowercase();
        Self {
            kind,
            id,
            title,
            group,
            mark: "",
            words,
        }
    }

    fn marked(mut self, mark: &'static str) -> Self {
        self.mark = mark;
        self
    }

    /// Whether it has all of these words, which are in lower case.
    fn has(&self, words: &[&str]) -> bool {
        words.iter().all(|word| self.words.contains(word))
    }
}

/// Every entry, by kind, as they stand in the knowledge.
pub fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| index(engine::knowledge()));
    &ENTRIES
}

/// The entries of a kind that have all the words that are looked for; of all kinds without one.
/// Those with the words in their titles come first.
#[must_use]
pub fn find(kind: Option<Kind>, sought: &str) -> Vec<&'static Entry> {
    let sought = sought.to_lowercase();
    let words: Vec<&str> = sought.split_whitespace().collect();
    let of_kind = entries()
        .iter()
        .filter(|entry| kind.is_none_or(|kind| entry.kind == kind));
    let mut found: Vec<&Entry> = of_kind.filter(|entry| entry.has(&words)).collect();
    if !words.is_empty() && kind.is_none() {
        found.sort_by_cached_key(|entry| {
            let title = entry.title.to_lowercase();
            !words.iter().all(|word| title.contains(word))
        });
    }
    found
}

fn index(knowledge: &'static Knowledge) -> Vec<Entry> {
    let dimension = |index: usize| {
        knowledge
            .dimensions
            .get(index)
            .map_or("", |dimension| dimension.label.as_str())
    };
    let mut all = Vec::new();
    for one in &knowledge.questions {
        all.push(Entry::new(
            Kind::Questions,
            &one.id,
            capital(&one.label),
            dimension(one.section),
            &[&one.ask, &one.help, &one.why],
        ));
    }
    for one in &knowledge.rules {
        let entry = Entry::new(
            Kind::Rules,
            &one.id,
            &one.title,
            dimension(one.dimension),
            &[&one.what, &one.why, &one.action],
        );
        all.push(entry.marked(if one.retired { "retired" } else { "" }));
    }
    for one in &knowledge.trade_offs {
        all.push(Entry::new(
            Kind::TradeOffs,
            &one.id,
            &one.title,
            "",
            &[&one.what],
        ));
    }
    for one in &knowledge.checklist {
        all.push(Entry::new(
            Kind::Checklists,
            &one.id,
            &one.text,
            one.list.label(),
            &[&one.why, &one.theme],
        ));
    }
    for one in &knowledge.services {
        all.push(Entry::new(
            Kind::Services,
            &one.id,
            &one.name,
            one.provider.label(),
            &[&one.summary, &one.billing],
        ));
    }
    for one in &knowledge.roles {
        all.push(Entry::new(
            Kind::Roles,
            &one.id,
            capital(&one.label),
            "",
            &[],
        ));
    }
    for one in &knowledge.patterns {
        all.push(Entry::new(
            Kind::Patterns,
            &one.id,
            &one.name,
            "",
            &[&one.summary, &one.use_when],
        ));
    }
    for one in &knowledge.claims {
        let now = one.now.as_deref().unwrap_or_default();
        let mark = if one.status == plumbline_knowledge::ClaimStatus::Holds {
            ""
        } else {
            one.status.label()
        };
        all.push(
            Entry::new(
                Kind::Claims,
                &one.id,
                &one.says,
                "",
                &[now, one.status.label()],
            )
            .marked(mark),
        );
    }
    for one in &knowledge.contradictions {
        all.push(Entry::new(
            Kind::Contradictions,
            &one.id,
            &one.says,
            "",
            &[],
        ));
    }
    for one in &knowledge.guides {
        all.push(Entry::new(Kind::Guides, &one.id, &one.title, "", &[]));
    }
    for one in &knowledge.sources {
        all.push(Entry::new(
            Kind::Sources,
            &one.id,
            &one.title,
            one.kind.label(),
            &[&one.date],
        ));
    }
    all
}

/// With a capital at the beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{entries, find};
    use crate::screens::knowledge::kind::Kind;

    #[test]
    fn every_entry_is_found_by_its_id() {
        for entry in entries() {
            let found = find(Some(entry.kind), entry.id);
            assert!(
                found.iter().any(|found| found.id == entry.id),
                "{}",
                entry.id
            );
        }
    }

    #[test]
    fn every_kind_has_entries_and_an_address() {
        let slugs: BTreeSet<&str> = Kind::ALL.into_iter().map(Kind::slug).collect();
        assert_eq!(slugs.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            assert_eq!(Kind::from_slug(kind.slug()), Some(kind));
            assert!(!find(Some(kind), "").is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn titles_come_before_what_only_mentions_the_words() {
        let found = find(None, "Cold START");
        let in_title = |title: &str| {
            title.to_lowercase().contains("cold") && title.to_lowercase().contains("start")
        };
        let first_without = found
            .iter()
            .position(|entry| !in_title(&entry.title))
            .unwrap();
        assert!(first_without > 0);
        assert!(
            found[first_without..]
                .iter()
                .all(|entry| !in_title(&entry.title))
        );
    }
}
