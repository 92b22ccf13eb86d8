"""How Pandu does on a cheap phone, measured beside its peers: docs/performance.md. Part of no gate."""
