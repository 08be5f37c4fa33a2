//! Swedish personal identity and coordination numbers, which must never come in.
