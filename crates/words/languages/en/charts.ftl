### What every chart has.

chart-hint = Point at a mark or tap it to read it, or come to the chart with Tab and use the arrow keys.
chart-hint-ways = Point at a tile to read it, and click or tap it to see more. By keyboard, come to the map with Tab, use the arrow keys, and press Enter.
chart-svg = Download as SVG
chart-png = Download as PNG
chart-copy = Copy picture
chart-copied = The picture is copied.
chart-copy-failed = This browser does not allow copying pictures here. Download the picture as PNG.
chart-words = Picture in words
chart-words-label = Alternative text for “{ $caption }”
chart-words-of = { $caption }. { $words }
chart-table = The same is in the table below.
chart-share = { $name }: { $share }
chart-share-between = { $name }: { $share }, 95% interval { $interval }
