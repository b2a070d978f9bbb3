//! From child-level tables to counts for a period (SSDA903).
