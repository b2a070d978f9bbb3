//! Pooled, matched, bounded: shares of children and how sure they are.
