//! What common servers read to send the page correctly: the type of a program, what may be cached and for how long, and
//! a few lines that take rights away. `docs/hosting.md` says what each line is for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The files, and where they are in `dist`. Netlify and Cloudflare read `_headers` in the root, and Apache reads
/// `.htaccess`. The others are to be copied into a server's own configuration.
const SERVERS: [(&str, &str); 4] = [
    ("_headers", include_str!("servers/_headers")),
    (".htaccess", include_str!("servers/htaccess")),
    ("servers/nginx.conf", include_str!("servers/nginx.conf")),
    ("servers/Caddyfile", include_str!("servers/Caddyfile")),
];

/// Writes the files.
pub(super) fn add(dist: &Path) -> Result<()> {
    fs::create_dir_all(dist.join("servers"))?;
    for (path, text) in SERVERS {
        fs::write(dist.join(path), text).with_context(|| format!("cannot write {path}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What every server must be told, whatever it calls it.
    const HEADERS: [(&str, &str); 8] = [
        ("Cache-Control", "public, max-age=31536000, immutable"),
        ("Cache-Control", "no-cache"),
        ("Cache-Control", "max-age=60"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Access-Control-Allow-Origin", "*"),
        ("Content-Security-Policy", "default-src 'none'; connect-src 'self'"),
    ];

    #[test]
    fn every_server_is_told_the_same() {
        for (path, text) in SERVERS {
            for (name, value) in HEADERS {
                let said = text.lines().any(|line| line.contains(name) && line.contains(value));
                assert!(said, "{path} does not say {name}: {value}");
            }
            assert!(!text.contains('\t') && text.ends_with('\n'), "{path} is not tidy");
        }
    }

    #[test]
    fn hosting_is_documented_with_the_same_lines() -> Result<()> {
        let document = fs::read_to_string("../docs/hosting.md")?;
        for (name, value) in HEADERS {
            assert!(
                document.contains(name) && document.contains(value),
                "docs/hosting.md does not say {name}: {value}"
            );
        }
        for (path, _) in SERVERS {
            assert!(document.contains(&format!("`{path}`")), "docs/hosting.md does not name {path}");
        }
        Ok(())
    }
}
