### What every chart has.

chart-hint = Point at a mark or tap it to read it, or come to the chart with Tab and use the arrow keys.
chart-svg = Download as SVG
chart-png = Download as PNG
chart-share = { $name }: { $share }
chart-share-between = { $name }: { $share }, 95% interval { $interval }
