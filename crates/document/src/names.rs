//! The elements and attributes that a drawing may have. No others can be written, and each is sent as a number.

use serde::{Deserialize, Serialize};

macro_rules! names {
    ($(#[$about:meta])* $kind:ident { $($name:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $kind { $($name,)* }

        impl $kind {
            /// The name in HTML and SVG.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

names! {
    /// The name of an element.
    Tag {
        A = "a",
        Article = "article",
        Br = "br",
        Button = "button",
        Caption = "caption",
        Dd = "dd",
        Desc = "desc",
        Details = "details",
        Div = "div",
        Dl = "dl",
        Dt = "dt",
        Figcaption = "figcaption",
        Figure = "figure",
        Form = "form",
        H2 = "h2",
        H3 = "h3",
        H4 = "h4",
        Input = "input",
        Label = "label",
        Li = "li",
        Metadata = "metadata",
        Nav = "nav",
        Option = "option",
        P = "p",
        Path = "path",
        Polyline = "polyline",
        Rect = "rect",
        Section = "section",
        Select = "select",
        Span = "span",
        Summary = "summary",
        Svg = "svg",
        Table = "table",
        Tbody = "tbody",
        Td = "td",
        Text = "text",
        Textarea = "textarea",
        Th = "th",
        Thead = "thead",
        Title = "title",
        Tr = "tr",
        Ul = "ul",
    }
}

names! {
    /// The name of an attribute.
    Attribute {
        AriaChecked = "aria-checked",
        AriaDescribedby = "aria-describedby",
        AriaDisabled = "aria-disabled",
        AriaHidden = "aria-hidden",
        AriaInvalid = "aria-invalid",
        AriaLabel = "aria-label",
        AriaLabelledby = "aria-labelledby",
        AriaSort = "aria-sort",
        Autocomplete = "autocomplete",
        Class = "class",
        D = "d",
        Fill = "fill",
        FontFamily = "font-family",
        FontSize = "font-size",
        FontWeight = "font-weight",
        For = "for",
        Height = "height",
        Href = "href",
        Id = "id",
        // The mark of a chart that a shape belongs to.
        Mark = "data-mark",
        Novalidate = "novalidate",
        Points = "points",
        Readonly = "readonly",
        Role = "role",
        Rows = "rows",
        Scope = "scope",
        Selected = "selected",
        Spellcheck = "spellcheck",
        Stroke = "stroke",
        StrokeDasharray = "stroke-dasharray",
        StrokeWidth = "stroke-width",
        Tabindex = "tabindex",
        TextAnchor = "text-anchor",
        Transform = "transform",
        Type = "type",
        // The initial text of a field. What a person types stays.
        Value = "value",
        ViewBox = "viewBox",
        Width = "width",
        X = "x",
        Xmlns = "xmlns",
        Y = "y",
    }
}
