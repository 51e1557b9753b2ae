//! The graph to be drawn, as plain serialisable data. It knows of boxes, frames and arrows, not of clouds.

use serde::{Deserialize, Serialize};

/// A whole drawing: what stands in it and what its title block says.
///
/// The least that can be written down is nodes with an id and a label, and edges with their two ends;
/// everything else has a default. Fields that mean nothing here are refused, so that a slip of the pen
/// does not go unnoticed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagram {
    /// Heading of the title block.
    #[serde(default)]
    pub title: String,
    /// One line under the heading, for example what kind of drawing it is.
    #[serde(default)]
    pub subtitle: String,
    /// What the title block says in fields of its own: provider, verdict, readiness.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Date shown in the title block, as the caller wants it read. The crate has no clock.
    #[serde(default)]
    pub date: String,
    /// Text alternative for the SVG's `<desc>`; [`prose`](crate::prose) is a good one. Empty: prose is used.
    #[serde(default)]
    pub description: String,
    /// Frames around nodes.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Boxes.
    #[serde(default)]
    pub nodes: Vec<Node>,
    /// Arrows between nodes.
    #[serde(default)]
    pub edges: Vec<Edge>,
    /// What cuts across everything: identity, secrets, observability. Drawn as a band without arrows.
    #[serde(default)]
    pub strip: Vec<StripItem>,
    /// Numbered remarks, explained in the legend and shown as badges on nodes.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Whether it stands in a page that says the rest: the graph alone is drawn, without title block, band,
    /// key and notes, and with hardly a margin.
    #[serde(default)]
    pub frameless: bool,
}

/// A field of the title block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is: "Verdict".
    pub name: String,
    /// What it says: "Functions".
    pub value: String,
    /// The verdict colours shown beside it, in order.
    #[serde(default)]
    pub accents: Vec<Accent>,
}

/// A frame around its members. Frames nest through `parent`; one without members is not drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Unique among groups.
    pub id: String,
    /// Text at the frame's top left.
    pub label: String,
    /// What the frame stands for; decides the line style.
    #[serde(default)]
    pub kind: GroupKind,
    /// The frame around this frame.
    #[serde(default)]
    pub parent: Option<String>,
}

/// What a frame stands for.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum GroupKind {
    /// A provider or an account.
    Cloud,
    /// A geographical region.
    Region,
    /// A network boundary: virtual network, subnet. Drawn dashed.
    Network,
    /// A logical layer, such as "data" or "workers".
    #[default]
    Tier,
}

/// A box in the drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Unique among nodes.
    pub id: String,
    /// What it does: "Request handler".
    pub label: String,
    /// What it is: "AWS Lambda". May be empty.
    #[serde(default)]
    pub service: String,
    /// The picture in the box.
    #[serde(default)]
    pub glyph: Glyph,
    /// Where it stands. A diagram whose nodes all have a slot is placed by them; otherwise none counts and
    /// the layout finds a place for every node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
    /// The innermost frame around the box.
    #[serde(default)]
    pub group: Option<String>,
    /// Numbers of the notes that concern this node.
    #[serde(default)]
    pub badges: Vec<u8>,
    /// Verdict colour; for nodes that compute.
    #[serde(default)]
    pub accent: Option<Accent>,
    /// What programs that read the drawing know it by; not drawn.
    #[serde(default)]
    pub subject: Subject,
}

/// An authored place on the grid. Only the order matters; unused columns and rows take no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// From left to right.
    pub column: i32,
    /// From top to bottom.
    pub row: i32,
}

/// What stands behind a box, by the ids of whoever made the diagram. Not drawn: the SVG carries it as
/// `data-role` and `data-service`, so that a page can say more about a box.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Id of what it does; empty where there is none.
    #[serde(default)]
    pub role: String,
    /// Id of what it is; empty where there is none.
    #[serde(default)]
    pub service: String,
}

/// The verdict's colour on a node that computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Accent {
    /// Functions as a service.
    Functions,
    /// Serverless containers.
    Containers,
    /// Machines that run all the time.
    AlwaysOn,
}

/// An arrow from one node to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// Id of the node it leaves.
    pub from: String,
    /// Id of the node it enters; the same as `from` for a loop.
    pub to: String,
    /// Text on the line. May be empty.
    #[serde(default)]
    pub label: String,
    /// Whether the sender waits for the answer.
    #[serde(default)]
    pub style: EdgeStyle,
    /// Place in the story, shown as a number before the label.
    #[serde(default)]
    pub step: Option<u8>,
    /// A sentence for the text alternative. Empty: one is made from the ends and the label.
    #[serde(default)]
    pub story: String,
}

/// Whether the sender waits.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeStyle {
    /// The sender waits: solid line, filled head.
    #[default]
    Sync,
    /// The sender goes on: dashed line, open head.
    Async,
}

/// One item of the band for what cuts across.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StripItem {
    /// What it does: "Traces".
    pub label: String,
    /// What it is: "AWS X-Ray". May be empty.
    #[serde(default)]
    pub service: String,
    /// The picture in the pill.
    pub glyph: Glyph,
    /// What programs that read the drawing know it by; not drawn.
    #[serde(default)]
    pub subject: Subject,
}

/// A numbered remark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The number on the badges.
    pub number: u8,
    /// What the legend says.
    pub text: String,
    /// How bad it is.
    pub severity: Severity,
    /// What programs that read the drawing know it by; not drawn.
    #[serde(default)]
    pub about: String,
}

/// How much a note matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Stops the design if nobody acts.
    High,
    /// Hurts in some situations.
    Medium,
    /// Good to know.
    Low,
}

/// The pictures that a node can carry: categories, never vendors' icons.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // Each name says all there is to say.
pub enum Glyph {
    Client,
    Function,
    Container,
    #[default]
    Server,
    Api,
    LoadBalancer,
    Queue,
    DeadLetter,
    Topic,
    EventBus,
    Stream,
    Table,
    Sql,
    ObjectStore,
    Cache,
    Cdn,
    Auth,
    Secret,
    Key,
    Firewall,
    Workflow,
    Schedule,
    Metrics,
    Trace,
    Log,
    Device,
    Analytics,
    Notification,
    Search,
    External,
    Network,
}

impl Glyph {
    /// Every glyph, in the order of declaration.
    pub const ALL: [Self; 31] = [
        Self::Client,
        Self::Function,
        Self::Container,
        Self::Server,
        Self::Api,
        Self::LoadBalancer,
        Self::Queue,
        Self::DeadLetter,
        Self::Topic,
        Self::EventBus,
        Self::Stream,
        Self::Table,
        Self::Sql,
        Self::ObjectStore,
        Self::Cache,
        Self::Cdn,
        Self::Auth,
        Self::Secret,
        Self::Key,
        Self::Firewall,
        Self::Workflow,
        Self::Schedule,
        Self::Metrics,
        Self::Trace,
        Self::Log,
        Self::Device,
        Self::Analytics,
        Self::Notification,
        Self::Search,
        Self::External,
        Self::Network,
    ];
}
