//! PNG, drawn from the SVG.

use std::sync::{Arc, LazyLock};

use plumbline_diagram::{Diagram, Theme, layout, svg};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::error::PrintError;
use crate::fonts;

/// Dots for a pixel of the drawing.
const SCALE: f32 = 2.0;

/// The longest side in dots. A drawing that would be larger gets fewer dots for a pixel.
const LONGEST: f32 = 8192.0;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in fonts::ALL {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    Arc::new(fonts)
});

/// Draws a diagram at two dots for a pixel, or fewer if it is larger than 4096 pixels. The same bytes
/// whenever it is drawn. [`Theme::Auto`] is light, for a picture has to settle for one.
///
/// # Errors
/// What is wrong with the diagram; see [`layout`].
pub fn diagram(diagram: &Diagram, theme: Theme) -> Result<Vec<u8>, PrintError> {
    let scene = layout(diagram).map_err(PrintError::Diagram)?;
    draw(&svg(&scene, crate::diagram::fixed(theme)))
}

fn draw(svg: &str) -> Result<Vec<u8>, PrintError> {
    let refused = |fault: &dyn ToString| PrintError::Typesetter(fault.to_string());
    let options = Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::clone(&FONTS),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|fault| refused(&fault))?;
    let size = tree.size();
    let scale = SCALE
        .min(LONGEST / size.width())
        .min(LONGEST / size.height());
    let dots = |pixels: f32| (pixels * scale).ceil() as u32;
    let mut pixmap = Pixmap::new(dots(size.width()), dots(size.height()))
        .ok_or_else(|| refused(&"the picture has no size"))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().map_err(|fault| refused(&fault))
}
